// What the phone needs at the door when there is no network: the sessions, and whose ticket is which. Names leave the phone when the
// training is over, and when somebody else opens it.
import { Unreached } from "../../shell/api";
import { forget, keep, recallJson } from "../../shell/memory";
import { signedIn } from "../../shell/session";
import type { Localised } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { rosterOf } from "./readRoster";
import type { Session, Training } from "./types";

export interface Guest {
  ticket: string;
  name: string;
  sessions: number[];
}
export interface Door {
  training: string;
  title: Localised;
  sessions: Session[];
  guests: Guest[];
  savedAt: string;
  old: boolean;
}

const index = "doors";
const keyOf = (training: string) => `door.${training}`;
const after = 24 * 3_600_000; // ms

export const openDoor = async (training: string): Promise<Door> => {
  try {
    const [{ title, sessions }, roster] = await Promise.all([fresh<Training>(`/api/trainings/${training}`), rosterOf(training)]);
    const guests = roster
      .filter(({ state, ticket }) => state === "confirmed" && ticket)
      .map(({ ticket, name, sessions: attended }) => ({ ticket: ticket!, name, sessions: attended }));
    const door = { training, title, sessions, guests, savedAt: new Date().toISOString(), old: false };
    keep(keyOf(training), JSON.stringify({ ...door, old: true }));
    keep(index, JSON.stringify([...new Set([...(recallJson<string[]>(index) ?? []), training])]));
    return door;
  } catch (problem) {
    const kept = problem instanceof Unreached && recallJson<Door>(keyOf(training));
    if (kept) return kept;
    throw problem;
  }
};

/** Forgets names that nobody needs here any more. */
export const closeDoors = () => {
  const still = (recallJson<string[]>(index) ?? []).filter((training) => {
    const door = recallJson<Door>(keyOf(training));
    const needed = door && signedIn() && Date.parse(door.sessions[door.sessions.length - 1]!.endsAt) + after > Date.now();
    if (!needed) forget(keyOf(training));
    return needed;
  });
  keep(index, JSON.stringify(still));
};
