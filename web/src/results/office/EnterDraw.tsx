import { useState } from "preact/hooks";
import type { EnterDrawResponse, ResultsDrawResponse } from "../../contract";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { useAction } from "../../shell/load";
import { FormProblem, TextField } from "../../staff/Fields";
import { say } from "./texts";

/** The public value, which two administrators enter. */
export const EnterDraw = ({ id, draw }: { id: string; draw: ResultsDrawResponse }) => {
  const [value, write] = useState("");
  const [entered, set] = useState<EnterDrawResponse | null>(null);
  const { busy, problem, run } = useAction();
  return (
    <section>
      <h2>{say("draw")}</h2>
      <p>
        {draw.source} {draw.issue} · {say("notYet", moment(draw.drawnAt))}
      </p>
      <p class="soft">{say("drawWhy")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => set(await call<EnterDrawResponse>("POST", `/api/contests/${id}/draw`, { value })));
        }}
      >
        <TextField required name={say("value")} problem={problem} at="value" value={value} onChange={write} maxLength={200} />
        {problem !== null && <FormProblem of={problem} shown={["value"]} />}
        {entered && (
          <p class="good" role="status">
            {entered.value}: {say(entered.state === "frozen" ? "waiting" : "drawnNow")}
          </p>
        )}
        <button class="main" disabled={busy}>
          {say("enter")}
        </button>
      </form>
    </section>
  );
};
