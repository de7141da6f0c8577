import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { Problem, useAction } from "../../shell/load";
import { say } from "./texts";

const reasons = ["wrongKey", "unclear", "typo", "other"] as const;

/** Says that a question is wrong, after the paper was handed in. */
export const Report = ({ contest, question }: { contest: string; question: string }) => {
  const [state, set] = useState<"closed" | "asking" | "sent">("closed");
  const { busy, problem, run } = useAction();
  const send = (reason: string) =>
    run(async () => {
      await call("POST", `/api/contests/${contest}/questions/${encodeURIComponent(question)}/reports`, { reason });
      set("sent");
    });
  if (state === "sent") return <p role="status">{say("reported")}</p>;
  if (state === "closed")
    return (
      <button type="button" onClick={() => set("asking")}>
        {say("report")}
      </button>
    );
  return (
    <div role="group" aria-label={say("report")}>
      <Problem of={problem} />
      <p class="row">
        {reasons.map((reason) => (
          <button key={reason} type="button" disabled={busy} onClick={() => void send(reason)}>
            {say(reason)}
          </button>
        ))}
      </p>
    </div>
  );
};
