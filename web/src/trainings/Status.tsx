import { useState } from "preact/hooks";
import { call, Unreached } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { say } from "./texts";
import type { Enrolment, Training } from "./types";

/** How it stands with everybody who is signed up from this phone. */
export const Status = ({ training, people, onChanged }: { training: Training; people: Enrolment[]; onChanged: () => Promise<void> }) => (
  <div role="status">
    {people.map((person) => (
      <div class={`note ${person.state}`} key={person.enrolment}>
        <b>{person.name}</b>: {standingOf(person)}
        {person.state !== "cancelled" && (training.state === "open" || training.state === "closed") && (
          <Withdrawal training={training.id} person={person} onChanged={onChanged} />
        )}
      </div>
    ))}
  </div>
);

export const standingOf = ({ state, position }: Pick<Enrolment, "state" | "position">) =>
  state === "confirmed" ? `✓ ${say("confirmed")}` : state === "waiting" ? `… ${say("waiting", position ?? "?")}` : `✗ ${say("withdrawn")}`;

const Withdrawal = ({ training, person, onChanged }: { training: string; person: Enrolment; onChanged: () => Promise<void> }) => {
  const [asking, ask] = useState(false);
  const { busy, problem, run } = useAction();
  const withdraw = () =>
    run(async () => {
      await call("DELETE", `/api/trainings/${training}/enrolments/${person.enrolment}`);
      ask(false);
      await onChanged();
    });
  if (!asking)
    return (
      <div>
        <button type="button" class="slight" aria-label={`${say("withdraw")}: ${person.name}`} onClick={() => ask(true)}>
          {say("withdraw")}
        </button>
      </div>
    );
  return (
    <div>
      <p>{say("sure", person.name)}</p>
      {problem instanceof Unreached ? (
        <p class="bad" role="alert">
          {say("unknownWithdrawal")}
        </p>
      ) : (
        <Problem of={problem} />
      )}
      <div class="row">
        <button type="button" disabled={busy} onClick={withdraw}>
          {say("yes")}
        </button>
        <button type="button" disabled={busy} onClick={() => ask(false)}>
          {say("no")}
        </button>
      </div>
    </div>
  );
};
