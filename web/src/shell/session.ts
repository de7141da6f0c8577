// Who is signed in on this phone.
import type { RoleResponse as Role } from "../contract";
import { forget, keep, recall, recallJson } from "./memory";

export type { RoleResponse as Role } from "../contract";

// For as long as the page lives, where the browser keeps nothing or has lost it.
let volatile = recall("token");
let volatileRoles: Role[] = [];
let volatilePerson = recall("person");

export const token = () => recall("token") ?? volatile;

export const signedIn = () => token() !== null;

/** For what is shown; what may be done, the server decides. */
export const roles = (): Role[] => (signedIn() ? (recallJson<Role[]>("roles") ?? volatileRoles) : []);

export const has = (...wanted: Role["role"][]) => roles().some(({ role }) => wanted.includes(role));

/** Who is signed in, or was before the token expired: what they have left on this phone is kept under it. */
export const personId = () => recall("person") ?? volatilePerson;

export const enter = (bearer: string, person: { id: string; roles: Role[]; village: string | null; consentAsked?: string | null }) => {
  volatile = bearer;
  volatilePerson = person.id;
  lacking = !person.village;
  keep("token", bearer);
  keep("person", person.id);
  if (person.consentAsked) keep("asked", "1");
  setRoles(person.roles);
  tell();
};

let lacking = false;

/** Whether it is known that the server has no village of who is signed in. */
export const lacks = () => lacking;

/** @param now Whether it lacks one. */
export const lack = (now: boolean) => {
  lacking = now;
  tell();
};

export const setRoles = (value: Role[]) => {
  volatileRoles = value;
  keep("roles", JSON.stringify(value));
};

/** The token is worth nothing any more; whoever it was signs in again. */
export const expire = () => {
  volatile = null;
  forget("token");
  tell();
};

export const signOut = () => {
  volatilePerson = null;
  volatileRoles = [];
  lacking = false;
  forget("person");
  forget("roles");
  forget("asked");
  expire();
};

/** The page shows at once what somebody who is signed in, or is no longer, may see. */
const tell = () => dispatchEvent(new Event("session"));

// Signing in or out in another tab is for all of them; that the browser has cleared everything is not.
addEventListener("storage", ({ key, newValue }: StorageEvent) => {
  if (key !== "estation.token") return;
  volatile = newValue;
  tell();
});
