import { useState } from "preact/hooks";
import { call } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { signedIn } from "../shell/session";
import { isReason, ReasonFields } from "./ReasonFields";
import type { Reason } from "./reasons";
import { say } from "./texts";

/** Something is wrong with the film. */
export const ReportForm = ({ video }: { video: string }) => {
  const [reason, choose] = useState<Reason | null>(null);
  const [text, write] = useState("");
  const [sent, thank] = useState(false);
  const { busy, problem, run } = useAction();
  if (!signedIn()) return null;
  if (sent)
    return (
      <p class="note" role="status">
        {say("reported")}
      </p>
    );
  const report = () =>
    run(async () => {
      await call("POST", `/api/videos/${video}/reports`, { reason, text: text.trim() || null });
      thank(true);
    });
  return (
    <details>
      <summary>{say("report")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void report();
        }}
      >
        <ReasonFields
          ask={say("reason")}
          words={say("words")}
          wordsOptional={say("wordsOptional")}
          reason={reason}
          text={text}
          onReason={choose}
          onText={write}
        />
        <Problem of={problem} />
        <p>
          <button disabled={busy || !isReason(reason, text)}>{say("send")}</button>
        </p>
      </form>
    </details>
  );
};
