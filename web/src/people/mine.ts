// Whose phone this is: known without a network, and to nobody else who signs in on it.
import { call, type Person } from "../shell/api";
import { forget, keep, recallJson } from "../shell/memory";
import { personId } from "../shell/session";

export type Mine = Pick<Person, "id" | "village">;

const key = "mine";

/** As the server says. */
export const askWhoIAm = async (): Promise<Mine> => {
  const { id, village } = await call<Person>("GET", "/api/me");
  keep(key, JSON.stringify({ id, village }));
  return { id, village };
};

/** As it was when the server was last asked; null where it was not. */
export const whoIWas = (): Mine | null => {
  const kept = recallJson<Mine>(key);
  return kept && kept.id === personId() ? kept : null;
};

/** What was kept for me alone; the phone may be in other hands next. */
export const forgetMine = (...drawers: string[]) => {
  forget(key);
  try {
    for (const name of ["tickets", ...drawers]) indexedDB.deleteDatabase(`estation.${name}`);
  } catch {
    // Nothing was kept.
  }
};
