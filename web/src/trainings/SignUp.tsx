import { useEffect, useRef, useState } from "preact/hooks";
import { call, Unreached } from "../shell/api";
import { Problem } from "../shell/load";
import { longer, networkOr } from "../work/network";
import { Household, type Relative } from "./Household";
import { say } from "./texts";
import { remember, type Tickets } from "./tickets";
import type { Enrolment, Training } from "./types";

type Progress = "resting" | "sending" | "unknown";

/** Signs up, asking again until there is an answer: the same request again says how it stands. */
export const SignUp = ({ training, amIn, onSignedUp }: { training: Training; amIn: boolean; onSignedUp: (tickets: Tickets) => void }) => {
  const [progress, show] = useState<Progress>("resting");
  const [problem, complain] = useState<unknown>(null);
  const [household, withHousehold] = useState(false);
  const left = useRef(new AbortController());
  useEffect(() => () => left.current.abort(), []);

  const signUp = async (people: Relative[]) => {
    complain(null);
    show("sending");
    try {
      const signedUp = await insist(
        () => enrol(training.id, people),
        () => show("unknown"),
        left.current.signal,
      );
      onSignedUp(await remember(training, signedUp));
      withHousehold(false);
    } catch (refused) {
      complain(refused);
    }
    show("resting");
  };

  const busy = progress !== "resting";
  const state = (
    <p class={progress === "unknown" ? "note bad" : "soft"} role="status">
      {progress === "unknown" ? say("unknown") : progress === "sending" ? say("sending") : ""}
    </p>
  );
  if (household)
    return (
      <div class="card">
        <Household rules={training.eligibility} busy={busy} onSignUp={signUp} onLeave={() => withHousehold(false)} />
        {state}
        <Problem of={problem} />
      </div>
    );
  return (
    <>
      <div class="row">
        {!amIn && (
          <button type="button" class="main" disabled={busy} onClick={() => signUp([])}>
            {say(training.confirmed < training.capacity ? "signUp" : "queue")}
          </button>
        )}
        <button type="button" disabled={busy} onClick={() => withHousehold(true)}>
          {say("withHousehold")}
        </button>
      </div>
      {state}
      <Problem of={problem} />
    </>
  );
};

const enrol = async (training: string, people: Relative[]): Promise<Enrolment[]> => {
  const path = `/api/trainings/${training}/enrolments`;
  const signedUp = people.length
    ? (await call<{ items: Enrolment[] }>("POST", path, { people })).items
    : [await call<Enrolment>("POST", path, {})];
  return signedUp.map((person, at) => (at === 0 ? { ...person, self: true } : person));
};

const insist = async <T,>(ask: () => Promise<T>, onUnknown: () => void, signal: AbortSignal): Promise<T> => {
  for (let pause = 1000; ; pause = longer(pause)) {
    try {
      return await ask();
    } catch (problem) {
      if (!(problem instanceof Unreached)) throw problem;
      onUnknown();
      await networkOr(Math.max(pause, problem.after), signal);
    }
  }
};
