// Which places somebody works for.
import { regionOf } from "../regions/names";
import { call, type Person } from "../shell/api";
import { roles, setRoles, type Role } from "../shell/session";
import type { Localised } from "../shell/texts";

export { regionOf };

export interface Place {
  code: string;
  name: Localised;
}

/** Roles as the server knows them now; those that the phone remembers where it cannot be asked. */
export const freshRoles = async () => {
  try {
    setRoles((await call<Person>("GET", "/api/me")).roles);
  } catch {
    // What may be done, the server decides anyway.
  }
  return roles();
};

/** The regions in which one of these roles is held, each once, none inside another. */
export const placesOf = async (...wanted: Role["role"][]): Promise<Place[]> => {
  const codes = [
    ...new Set(
      roles()
        .filter(({ role }) => wanted.includes(role))
        .map(({ region }) => region),
    ),
  ];
  const outer = codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other)));
  return Promise.all(outer.map(async (code) => ({ code, name: (await regionOf(code)).name })));
};

/** The names from the county down to a place. */
export const pathOf = async (code: string): Promise<Localised[]> => {
  const levels = [6, 9, 12].filter((length) => length <= code.length);
  return Promise.all((levels.length ? levels : [code.length]).map(async (length) => (await regionOf(code.slice(0, length))).name));
};
