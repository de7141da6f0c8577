import { call } from "../../shell/api";
import type { RosterEntry } from "./types";

/** Everybody who has ever signed up, in the order of sign-up. */
export const rosterOf = async (training: string): Promise<RosterEntry[]> => {
  const entries: RosterEntry[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: RosterEntry[]; next: string | null } = await call(
      "GET",
      `/api/trainings/${training}/enrolments?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    );
    entries.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return entries;
};
