// Whose phone this is: known without a network, and to nobody else who signs in on it.
import { call, type Person } from "../shell/api";
import { forget, keep, recallJson } from "../shell/memory";
import { token } from "../shell/session";

export type Mine = Pick<Person, "id" | "village" | "placeNames">;

const key = "mine";
const signature = () => token()?.slice(-24) ?? null;

/** As the server says. */
export const askWhoIAm = async (): Promise<Mine> => {
  const { id, village, placeNames } = await call<Person>("GET", "/api/me");
  const mine: Mine = { id, village, placeNames };
  keep(key, JSON.stringify({ ...mine, by: signature() }));
  return mine;
};

/** As it was when the server was last asked; null for somebody who is not, or was not, signed in. */
export const whoIWas = (): Mine | null => {
  const kept = recallJson<Mine & { by: string }>(key);
  return kept && kept.by === signature() ? kept : null;
};

/** What was kept for me alone; the phone may be in other hands next. */
export const forgetMine = () => {
  forget(key);
  forget("tickets");
};
