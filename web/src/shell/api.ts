// The HTTP contract, as far as the front uses it.
import type { ContestResponse, ContestState } from "../contract";
import { expire, token } from "./session";
import { language } from "./texts";

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

declare global {
  interface Window {
    today: Promise<Response> | undefined;
  }
}

const patience = 30_000; // ms: a connection that hangs is given up, and what it asked repeated

export type {
  ContestsReviewResponse as Review,
  LeaderboardResponse as Board,
  PaperQuestionResponse as Question,
  PaperResponse as Paper,
  PersonResponse as Person,
  RegionResponse as Region,
  StandingResponse as Standing,
  SubmissionResponse as Result,
} from "../contract";
/** A contest for everybody: drafts are for administrators. */
export type Contest = ContestResponse & { state: Exclude<ContestState, "draft"> };
export type Answers = Record<string, string[]>;

/** Calls the API; texts come in all languages, so that switching needs no request. */
export const call = async <T>(method: string, path: string, body?: unknown, given: Record<string, string> = {}): Promise<T> => {
  const headers = { ...given };
  const bearer = token();
  if (bearer) headers.Authorization = `Bearer ${bearer}`;
  headers["Accept-Language"] = language(); // for refusals
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const url = `${path}${path.includes("?") ? "&" : "?"}lang=*`;
  let response: Response;
  let json: any;
  const control = new AbortController();
  const asked = path === "/api/today" ? self.today : undefined; // early.js asked for it already
  self.today = undefined;
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => {
      reject();
      control.abort();
    }, patience),
  );
  try {
    response = await Promise.race([
      late,
      asked || fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: control.signal }),
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
