// Answers on their way. They are kept on the phone from the first tap; what is handed in is sent again and again until the server has
// answered, and only then forgotten: sending the same twice is answered the same.
import { drawer } from "../durable/drawer";
import { call, clock, Refusal, Unreached, type Answers, type Paper, type Result } from "../shell/api";
import { keep } from "../shell/memory";
import { personId } from "../shell/session";

/** @property ahead By how many ms the phone's clock was ahead of the server's when the paper came. */
export interface Sitting {
  contest: string;
  person: string | null;
  paper: Paper;
  answers: Answers;
  handedIn: boolean;
  ahead: number;
}

/** What the server has received, and is known to have. */
export interface HandedIn {
  paper: Paper;
  result: Result;
  earlier: boolean;
}

export type Delivery = { state: "sending" | "offline" | "busy" } | { state: "there" } | { state: "refused"; problem: Refusal };

const sittings = drawer<Sitting>("sittings");
const alive = new Map<string, Sitting>(); // where the browser keeps nothing, for as long as the page lives
const unkept = new Set<string>();
const keyOf = (contest: string) => `${personId()}/${contest}`;

/** Results that have come to this page, by attempt. */
export const results = new Map<string, HandedIn>();

// A page that is older than the site must not be loaded again on its own: see shell/pages.
addEventListener("leave", (event) => {
  if (unkept.size) event.preventDefault();
});

/** What was begun: it needs no network. */
export const sittingOf = async (contest: string) => alive.get(keyOf(contest)) ?? (await sittings.take(keyOf(contest)));

/** Whether something was begun by whoever signs in again here; a phone that lost its power may not know any more who that was. */
export const isBegun = async (contest: string) =>
  !!(await sittingOf(contest)) || (!personId() && (await sittings.all()).some((sitting) => sitting.contest === contest));

/** Begins, or takes out again what was begun. The server gives out the same paper until its time is over. */
export const sit = async (contest: string): Promise<Sitting> => {
  const begun = await sittingOf(contest);
  if (begun) return begun;
  const paper = await call<Paper>("POST", `/api/contests/${contest}/attempts`, {});
  return { contest, person: personId(), paper, answers: {}, handedIn: false, ahead: clock.ahead };
};

/** False: it would not survive closing the page. */
export const keepSitting = async (sitting: Sitting) => {
  const key = keyOf(sitting.contest);
  alive.set(key, sitting);
  unkept.add(key);
  const kept = await sittings.put(key, sitting);
  if (kept && alive.get(key) === sitting) unkept.delete(key);
  poke("kept", key);
  return kept;
};

export const forgetSitting = async (contest: string) => {
  const key = keyOf(contest);
  alive.delete(key);
  unkept.delete(key);
  await sittings.drop(key);
  poke("done", key);
};

// Another tab of the same phone is told through localStorage, which says nothing but that there is something new.
const poke = (what: string, key: string) => keep("outbox", `${what} ${key} ${Math.random()}`);

/** Follows what other tabs do with the same sitting. */
export const followTabs = (contest: string, change: (sitting: Sitting) => void, done: () => void) => {
  const poked = async ({ key, newValue }: StorageEvent) => {
    if (key !== "estation.outbox" || newValue?.split(" ")[1] !== keyOf(contest)) return;
    if (newValue.startsWith("done")) {
      alive.delete(keyOf(contest));
      return done();
    }
    const kept = await sittings.take(keyOf(contest));
    if (!kept) return;
    alive.set(keyOf(contest), kept);
    change(kept);
  };
  addEventListener("storage", poked);
  return () => removeEventListener("storage", poked);
};

const underWay = new Map<string, { now: Delivery; lookers: Set<(now: Delivery) => void> }>();

/** Sends what was handed in, and goes on when nobody looks any more; who comes back looks on again. */
export const deliver = (sitting: Sitting, look: (now: Delivery) => void) => {
  const { attempt } = sitting.paper;
  let way = underWay.get(attempt);
  if (!way) {
    underWay.set(attempt, (way = { now: { state: "sending" }, lookers: new Set() }));
    void send(sitting, (now) => {
      way!.now = now;
      if (now.state === "refused") underWay.delete(attempt);
      way!.lookers.forEach((tell) => tell(now));
    });
  }
  way.lookers.add(look);
  look(way.now);
  return () => {
    way!.lookers.delete(look);
  };
};

const send = async ({ contest, paper, answers }: Sitting, say: (now: Delivery) => void) => {
  const path = `/api/contests/${contest}/attempts/${paper.attempt}`;
  let earlier = false;
  for (let pause = 1000; ; pause = Math.min(pause * 2, 30_000)) {
    try {
      const result = earlier ? (await call<{ result: Result }>("GET", path)).result : await call<Result>("PUT", path, { answers });
      results.set(paper.attempt, { paper, result, earlier });
      await forgetSitting(contest);
      return say({ state: "there" });
    } catch (problem) {
      if (problem instanceof Unreached) {
        say({ state: problem.busy ? "busy" : "offline" });
        // Not all at the same moment: at a deadline everybody comes.
        await networkOr(Math.max(pause, problem.after) * (1 + Math.random() / 2));
      } else if (problem instanceof Refusal && problem.code === "attempt.submitted") {
        earlier = true; // from another phone: what the server has is what counts
      } else {
        return say({ state: "refused", problem: problem as Refusal });
      }
    }
  }
};

const networkOr = (milliseconds: number) =>
  new Promise<void>((resume) => {
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
    function done() {
      clearTimeout(timer);
      removeEventListener("online", done);
      resume();
    }
  });
