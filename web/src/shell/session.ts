// Who is signed in on this phone.
import { forget, keep, recall, recallJson } from "./memory";

export interface Role { role: "official" | "reviewer" | "jury" | "administrator"; region: string }

let volatile: string | null = null; // where the browser keeps nothing, for as long as the page lives
let volatileRoles: Role[] = [];

export const token = () => recall("token") ?? volatile;

export const signedIn = () => token() !== null;

/** For what is shown; what may be done, the server decides. */
export const roles = (): Role[] => (signedIn() ? recallJson<Role[]>("roles") ?? volatileRoles : []);

export const has = (...wanted: Role["role"][]) => roles().some(({ role }) => wanted.includes(role));

export const setToken = (value: string) => {
  volatile = value;
  keep("token", value);
};

export const setRoles = (value: Role[]) => {
  volatileRoles = value;
  keep("roles", JSON.stringify(value));
};

export const signOut = () => {
  volatile = null;
  volatileRoles = [];
  forget("token");
  forget("roles");
};
