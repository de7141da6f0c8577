import { useState } from "preact/hooks";
import { call } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { signedIn } from "../shell/session";
import { say } from "./texts";

/** Something is wrong with the film. */
export const ReportForm = ({ video }: { video: string }) => {
  const [reason, write] = useState("");
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
      await call("POST", `/api/videos/${video}/reports`, { reason: reason.trim() });
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
        <label for="reason">{say("reason")}</label>
        <textarea id="reason" rows={3} maxLength={500} required value={reason} onInput={(event) => write(event.currentTarget.value)} />
        <Problem of={problem} />
        <p>
          <button disabled={busy || !reason.trim()}>{say("send")}</button>
        </p>
      </form>
    </details>
  );
};
