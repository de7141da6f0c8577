import { call } from "../shell/api";

/** As it is now, not as the browser has kept it for everybody: whoever has just changed something sees it. */
export const fresh = <T>(path: string) => call<T>("GET", `${path}${path.includes("?") ? "&" : "?"}at=${Date.now()}`);
