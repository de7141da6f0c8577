// Tickets that were scanned. They are kept on the phone from the first moment and sent until the server has answered; sending the same
// twice is answered the same.
import { call, Unreached } from "../../shell/api";
import { keep, recallJson } from "../../shell/memory";
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
const alive = new Map<string, Sheet>(); // also where the browser keeps nothing

const keyOf = (training: string, session: string) => `${index}.${training}.${session}`;

export const sheetOf = (training: string, session: string, title = ""): Sheet => {
  const key = keyOf(training, session);
  const known = alive.get(key) ?? recallJson<Sheet>(key) ?? { training, session, title, scans: [], present: null, kept: true };
  alive.set(key, known);
  return known;
};

const put = (sheet: Sheet): Sheet => {
  const key = keyOf(sheet.training, sheet.session);
  const kept =
    keep(key, JSON.stringify({ ...sheet, kept: true })) &&
    keep(index, JSON.stringify([...new Set([...(recallJson<string[]>(index) ?? []), key])]));
  const now = { ...sheet, kept };
  alive.set(key, now);
  return now;
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
export const pending = () =>
  [...new Set([...(recallJson<string[]>(index) ?? []), ...alive.keys()])]
    .map((key) => alive.get(key) ?? recallJson<Sheet>(key))
    .filter((sheet) => sheet !== null && waitingIn(sheet) > 0)
    .map((sheet) => ({ ...sheet!, waiting: waitingIn(sheet!) }));

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
      const { present, unknown } = await call<{ present: number; unknown: string[] }>("PUT", path, { tickets });
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
