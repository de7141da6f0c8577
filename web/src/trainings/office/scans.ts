// Tickets that were scanned. They are kept on the phone from the first moment and sent until the server has answered; sending the same
// twice is answered the same.
import type { MarkAttendanceResponse } from "../../contract";
import { drawer } from "../../durable/drawer";
import { call, Unreached } from "../../shell/api";
import { forget, recallJson } from "../../shell/memory";
import { longer, networkOr } from "../../work/network";

export interface Scan {
  ticket: string;
  at: string;
  state: "waiting" | "received" | "unknown";
}

/** The scans of a session on this phone. */
export interface Sheet {
  training: string;
  session: string;
  title: string;
  scans: Scan[];
  present: number | null;
  kept: boolean;
}

const atOnce = 100; // tickets: a body takes 64 KiB
const index = "scans";
const kept = drawer<Sheet>("scans");
const alive = new Map<string, Sheet>(); // what the page shows; also where the browser keeps nothing
const followers = new Set<(sheet: Sheet) => void>();
let writing: Promise<unknown> = Promise.resolve();

const keyOf = (training: string, session: string) => `${index}.${training}.${session}`;

/** What the phone has kept: needed once before anything is shown. Scans of before, in localStorage, move along. */
export const loadSheets = async (): Promise<void> => {
  for (const sheet of await kept.all()) merge(sheet);
  for (const key of recallJson<string[]>(index) ?? []) {
    const old = recallJson<Sheet>(key);
    if (old) merge(old);
    if (!old || (await kept.put(key, alive.get(key)!))) forget(key);
  }
  if (!(recallJson<string[]>(index) ?? []).some((key) => recallJson<Sheet>(key))) forget(index);
};

/** What the server has received is received, wherever that is remembered. */
const merge = (sheet: Sheet) => {
  const key = keyOf(sheet.training, sheet.session);
  const known = alive.get(key);
  const scans = new Map(sheet.scans.map((scan) => [scan.ticket, scan]));
  for (const scan of known?.scans ?? []) if (scans.get(scan.ticket)?.state !== "received") scans.set(scan.ticket, scan);
  alive.set(key, { ...sheet, ...known, scans: [...scans.values()] });
};

export const sheetOf = (training: string, session: string, title = ""): Sheet => {
  const key = keyOf(training, session);
  const known = alive.get(key) ?? { training, session, title, scans: [], present: null, kept: true };
  alive.set(key, known);
  return known;
};

/** Is told when the phone turns out to keep nothing, or to keep again. */
export const follow = (training: string, session: string, tell: (sheet: Sheet) => void) => {
  const only = (sheet: Sheet) => sheet.training === training && sheet.session === session && tell(sheet);
  followers.add(only);
  return () => {
    followers.delete(only);
  };
};

// One write after the other, each of what is there by then: an older one must not come last.
const put = (sheet: Sheet): Sheet => {
  const key = keyOf(sheet.training, sheet.session);
  alive.set(key, sheet);
  writing = writing.then(async () => {
    const isKept = await kept.put(key, { ...alive.get(key)!, kept: true });
    const now = { ...alive.get(key)!, kept: isKept };
    if (now.kept === alive.get(key)!.kept) return;
    alive.set(key, now);
    followers.forEach((tell) => tell(now));
  });
  return sheet;
};

/** Adds a ticket; the same again changes nothing, but what the server did not know is asked once more. */
export const add = (sheet: Sheet, ticket: string, at = new Date().toISOString()): Sheet => {
  const before = sheet.scans.find((scan) => scan.ticket === ticket);
  if (before && before.state !== "unknown") return sheet;
  return put({ ...sheet, scans: [...sheet.scans.filter((scan) => scan !== before), { ticket, at, state: "waiting" }] });
};

/** Somebody was not there after all: as if never scanned. */
export const remove = (sheet: Sheet, ticket: string): Sheet =>
  put({ ...sheet, present: null, scans: sheet.scans.filter((scan) => scan.ticket !== ticket) });

export const waitingIn = (sheet: Sheet) => sheet.scans.filter(({ state }) => state === "waiting").length;

/** Sheets with tickets that the server does not have yet. */
export const pending = async () => {
  await loadSheets();
  return [...alive.values()].map((sheet) => ({ ...sheet, waiting: waitingIn(sheet) })).filter(({ waiting }) => waiting > 0);
};

/** Sends what waits until nothing does. Whoever is shown the sheet is told of each change. */
export const send = async (
  training: string,
  session: string,
  tell: (sheet: Sheet, reached: boolean) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (let pause = 1000; waitingIn(sheetOf(training, session)) > 0 && !signal.aborted;) {
    const tickets = sheetOf(training, session)
      .scans.filter(({ state }) => state === "waiting")
      .slice(0, atOnce)
      .map(({ ticket }) => ticket);
    try {
      const path = `/api/trainings/${training}/sessions/${session}/attendance`;
      const { present, unknown } = await call<MarkAttendanceResponse>("PUT", path, { tickets });
      const now = sheetOf(training, session);
      tell(
        put({
          ...now,
          present,
          scans: now.scans.map((scan) =>
            tickets.includes(scan.ticket) ? { ...scan, state: unknown.includes(scan.ticket) ? "unknown" : "received" } : scan,
          ),
        }),
        true,
      );
      pause = 1000;
    } catch (problem) {
      if (!(problem instanceof Unreached)) throw problem;
      tell(sheetOf(training, session), false);
      await networkOr(pause, signal);
      pause = longer(pause);
    }
  }
};
