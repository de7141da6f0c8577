// The HTTP contract, as far as the front uses it.
import { expire, token, type Role } from "./session";
import { language, type Localised } from "./texts";

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: Record<string, string[]> = {},
    readonly rules: { detail: string }[] = [],
  ) {
    super(detail);
  }
}

/** Nobody knows whether the request arrived, or the server (busy) had no time for it: repeating it tells. */
export class Unreached extends Error {
  /** @param after ms that the server asks to wait. */
  constructor(
    readonly busy = false,
    readonly after = 0,
    /** The problem document of a busy server. */
    readonly document?: any,
  ) {
    super();
  }
}

/** By how many ms the phone's clock is ahead of the server's, as of the last answer. */
export const clock = { ahead: 0 };

/** Whether what was read last came from the worker's copies, because the network is silent. */
export const line = { down: false };

const patience = 30_000; // ms: a connection that hangs is given up, and what it asked repeated

export interface Contest {
  id: string;
  state: "open" | "upcoming" | "closed";
  title: Localised;
  description: Localised | null;
  region: string;
  opensAt: string;
  closesAt: string;
  draw: { count: number };
  questionSeconds: number;
  attemptsPerDay: number;
  passMark: number;
  drawMark: number | null;
  prizes: { name: Localised; count: number; by: "rank" | "draw" }[];
}
export interface Question {
  id: string;
  kind: "single" | "multiple" | "trueFalse";
  text: Localised;
  options: { id: string; text: Localised }[];
  seconds: number;
}
export interface Paper {
  attempt: string;
  startedAt: string;
  deadline: string;
  questions: Question[];
}
export type Answers = Record<string, string[]>;
export interface Review {
  id: string;
  correct: boolean;
  /** Not there as long as it could help in a contest. */
  right?: string[];
  given: string[];
  explanation?: Localised | null;
}
export interface Result {
  receipt: string;
  ranked: boolean;
  score: number;
  outOf: number;
  passed: boolean;
  elapsedMs: number;
  submittedAt: string;
  points: number;
  drawChances: number;
  /** From when on all right answers are shown; not there when they are. */
  rightAnswersFrom?: string;
  review: Review[];
}
export interface Person {
  id: string;
  name: string | null;
  phone: string;
  village: string | null;
  placeNames: Localised[];
  gender: string | null;
  birthYear: number | null;
  ethnicGroup: string | null;
  leftBehind: boolean;
  roles: Role[];
}
export interface Region {
  code: string;
  name: Localised;
  parent: string | null;
  children: { code: string; name: Localised }[];
}
export interface Board {
  asOf: string;
  region: string;
  entries: { rank: number; name: string; region: string; score: number; elapsedMs: number }[];
}
export interface Standing {
  best: { score: number; elapsedMs: number } | null;
  points: number;
  drawChances: number;
  ranks: { region: string; rank: number; of: number }[];
}

/** Calls the API; texts come in all languages, so that switching needs no request. */
export const call = async <T>(method: string, path: string, body?: unknown, given: Record<string, string> = {}): Promise<T> => {
  const headers = { ...given };
  const bearer = token();
  const preloaded = method === "GET" && path === "/api/contests"; // must be asked as the page preloads it, or it comes twice
  if (bearer && !preloaded) headers.Authorization = `Bearer ${bearer}`;
  if (!preloaded) headers["Accept-Language"] = language(); // for refusals
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const url = `${path}${path.includes("?") ? "&" : "?"}lang=*`;
  let response: Response;
  let json: any;
  const control = new AbortController();
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => {
      reject();
      control.abort();
    }, patience),
  );
  try {
    response = await Promise.race([
      late,
      fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: control.signal }),
    ]);
    const text = await Promise.race([late, response.text()]);
    json = text ? JSON.parse(text) : null;
  } catch {
    throw new Unreached();
  }
  const kept = response.headers.has("X-Kept"); // of worker.ts
  if (kept !== line.down) {
    line.down = kept;
    dispatchEvent(new Event("line"));
  }
  if (!kept) clock.ahead = Date.now() - Date.parse(response.headers.get("Date") ?? new Date().toUTCString());
  if (response.ok) return json as T;
  if (response.status === 429 || response.status >= 500)
    throw new Unreached(true, 1000 * Number(response.headers.get("Retry-After")), json);
  if (response.status === 401 && bearer) expire();
  throw new Refusal(response.status, json?.code ?? "unknown", json?.detail ?? "", json?.errors, json?.rules);
};
