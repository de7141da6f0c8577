// Answers on their way. They are kept on the phone from the first tap, sent again and again until the server has answered, and only then
// forgotten: sending the same twice is answered the same.
import { call, Refusal, Unreached, type Answers, type Paper, type Result } from "../shell/api";
import { forget, keep, recallJson } from "../shell/memory";

export interface Sitting { contest: string; paper: Paper; answers: Answers; handedIn: boolean; kept: boolean }

const keyOf = (contest: string) => `sitting.${contest}`;
const alive = new Map<string, Sitting>(); // where the browser keeps nothing

export const sittingOf = (contest: string): Sitting | null => alive.get(contest) ?? recallJson<Sitting>(keyOf(contest));

/** Keeps the sitting as it is now; false in `kept` means that it would not survive closing the page. */
export const keepSitting = (sitting: Sitting): Sitting => {
  const now = { ...sitting };
  now.kept = keep(keyOf(sitting.contest), JSON.stringify({ ...now, kept: true }));
  alive.set(sitting.contest, now);
  return now;
};

export const forgetSitting = (contest: string) => {
  alive.delete(contest);
  forget(keyOf(contest));
};

/** Sends the answers until the server has said what became of them. */
export const handIn = async (sitting: Sitting, onWaiting: () => void): Promise<Result> => {
  const path = `/api/contests/${sitting.contest}/attempts/${sitting.paper.attempt}`;
  for (let pause = 1000; ; pause = Math.min(pause * 2, 30_000)) {
    try {
      const result = await call<Result>("PUT", path, { answers: sitting.answers });
      forgetSitting(sitting.contest);
      return result;
    } catch (problem) {
      if (problem instanceof Refusal && problem.code === "attempt.submitted") {
        // Handed in before, from here or from another phone: what the server has is what counts.
        const stored = await call<{ result: Result }>("GET", path);
        forgetSitting(sitting.contest);
        return stored.result;
      }
      if (!(problem instanceof Unreached)) throw problem;
      onWaiting();
      await networkOr(pause);
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
