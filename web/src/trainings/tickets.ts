// Tickets are needed where there may be no network: the phone keeps them from the first time they are seen.
import { call, Refusal } from "../shell/api";
import { personId } from "../shell/session";
import { drawer } from "../durable/drawer";
import type { Enrolment, Training } from "./types";

type Described = Pick<Training, "id" | "state" | "title" | "placeNames" | "sessions" | "contact">;

/** Who is signed up for a training from this phone, as of a moment. */
export interface Tickets {
  owner: string;
  training: Described;
  people: Enrolment[];
  at: string;
}

const kept = drawer<Tickets>("tickets");
const lived = new Map<string, Tickets>(); // where the browser keeps nothing
const keepFor = 60 * 24 * 3_600_000; // ms after the last session: then nobody asks for a ticket any more

const keyOf = ({ owner, training }: Tickets) => `${owner}|${training.id}`;
const endOf = ({ training }: Tickets) => Date.parse(training.sessions[training.sessions.length - 1]?.endsAt ?? "");

/** Those of whoever is, or was last, signed in; the last to end first. */
export const keptTickets = async (): Promise<Tickets[]> => {
  const all = new Map([...(await kept.all()).map((tickets) => [keyOf(tickets), tickets] as const), ...lived]);
  return [...all.values()].filter(({ owner }) => owner === personId()).sort((one, other) => endOf(other) - endOf(one));
};

export const keptTicketsOf = async (training: string): Promise<Tickets | null> =>
  (await keptTickets()).find((tickets) => tickets.training.id === training) ?? null;

/** True when they will still be there after the browser was closed. */
export const keepTickets = async (tickets: Tickets): Promise<boolean> => {
  const { id, state, title, placeNames, sessions, contact } = tickets.training;
  const light = { ...tickets, training: { id, state, title, placeNames, sessions, contact } };
  lived.set(keyOf(light), light);
  for (const old of await kept.all()) if (endOf(old) + keepFor < Date.now()) await kept.drop(keyOf(old));
  return kept.put(keyOf(light), light);
};

/** Who is signed up, as the server says now: oneself, and those of the household who are known to this phone. */
export const askForTickets = async (training: Described): Promise<Tickets> => {
  const known = (await keptTicketsOf(training.id))?.people ?? [];
  const mine = await enrolmentOf(training.id, "me");
  const others = known.filter(({ self }) => !self);
  return remember(training, [
    mine && { ...mine, self: true },
    ...(await Promise.all(others.map(async (other) => (await enrolmentOf(training.id, other.enrolment)) ?? other))),
  ]);
};

/** Adds what the server has just said to what is known; oneself first. */
export const remember = async (training: Described, people: (Enrolment | null)[]): Promise<Tickets> => {
  const before = (await keptTicketsOf(training.id))?.people ?? [];
  const known = new Map([...before, ...people].flatMap((person) => (person ? [[person.enrolment, person] as const] : [])));
  const me = personId() ?? "";
  const tickets: Tickets = {
    owner: me,
    training,
    at: new Date().toISOString(),
    people: [...known.values()].sort((one, other) => Number(other.self ?? false) - Number(one.self ?? false)),
  };
  if (tickets.people.length) await keepTickets(tickets);
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
