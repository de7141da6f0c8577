// Tickets are needed where there may be no network: the phone keeps them from the first time they are seen.
import { call, Refusal } from "../shell/api";
import { keep, recallJson } from "../shell/memory";
import { askWhoIAm, whoIWas, type Mine } from "../people/mine";
import type { Enrolment, Training } from "./types";

type Described = Pick<Training, "id" | "title" | "placeNames" | "sessions" | "contact">;

/** Who is signed up for a training from this phone, as of a moment. */
export interface Tickets { owner: string; training: Described; people: Enrolment[]; at: string }

const key = "tickets";
const keepFor = 60 * 24 * 3_600_000; // ms after the last session: then nobody asks for a ticket any more

const all = (): Record<string, Tickets> => recallJson<Record<string, Tickets>>(key) ?? {};
const endOf = ({ training }: Tickets) => Date.parse(training.sessions[training.sessions.length - 1]?.endsAt ?? "");
let volatile: Record<string, Tickets> = {}; // where the browser keeps nothing

/** Those of whoever is signed in; newest training first. */
export const keptTickets = (): Tickets[] => {
  const owner = whoIWas()?.id;
  return Object.values({ ...volatile, ...all() }).filter((tickets) => tickets.owner === owner).sort((one, other) => endOf(other) - endOf(one));
};

export const keptTicketsOf = (training: string): Tickets | null => keptTickets().find((tickets) => tickets.training.id === training) ?? null;

/** True when they will still be there after the browser was closed. */
export const keepTickets = (tickets: Tickets): boolean => {
  const { id, title, placeNames, sessions, contact } = tickets.training;
  const kept = { ...tickets, training: { id, title, placeNames, sessions, contact } };
  volatile = { ...volatile, [id]: kept };
  const still = Object.entries(all()).filter(([, other]) => endOf(other) + keepFor > Date.now());
  return keep(key, JSON.stringify({ ...Object.fromEntries(still), [id]: kept }));
};

/** Who is signed up, as the server says now: oneself, and those of the household who are known to this phone. */
export const askForTickets = async (training: Training): Promise<Tickets> => {
  const known = (keptTicketsOf(training.id)?.people ?? []).map(({ enrolment }) => enrolment);
  const [mine, ...people] = await Promise.all([
    whoIWas() ?? askWhoIAm(), ...["me", ...known].map((enrolment) => enrolmentOf(training.id, enrolment)),
  ]) as [Mine, ...(Enrolment | null)[]];
  return remember(training, mine, people);
};

/** Adds what the server has just said to what is known. */
export const remember = (training: Training, mine: Mine, people: (Enrolment | null)[]): Tickets => {
  const before = keptTicketsOf(training.id)?.people ?? [];
  const known = new Map([...before, ...people.filter((person) => person !== null)].map((person) => [person.enrolment, person]));
  const tickets: Tickets = {
    owner: mine.id, training, at: new Date().toISOString(),
    people: [...known.values()].sort((one, other) => Number(other.enrolment === mine.id) - Number(one.enrolment === mine.id)),
  };
  if (tickets.people.length) keepTickets(tickets);
  return tickets;
};

const enrolmentOf = async (training: string, enrolment: string): Promise<Enrolment | null> => {
  try {
    return await call<Enrolment>("GET", `/api/trainings/${training}/enrolments/${enrolment}`);
  } catch (problem) {
    if (problem instanceof Refusal && problem.status === 404) return null;
    throw problem;
  }
};
