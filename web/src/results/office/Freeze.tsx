import { useState } from "preact/hooks";
import { call, type Contest } from "../../shell/api";
import { useAction } from "../../shell/load";
import { FormProblem, NumberField, TextField, TimeField } from "../../staff/Fields";
import { Surely } from "../../work/Staff";
import { say } from "./texts";

const outcomesOfUnionLotto = 17_721_088;

/** Fixes ranking and lots for ever, and names the value that will draw. */
export const Freeze = ({ contest }: { contest: Contest }) => {
  const isDrawn = contest.prizes.some(({ by }) => by === "draw");
  const [source, setSource] = useState("双色球");
  const [issue, setIssue] = useState("");
  const [drawnAt, setDrawnAt] = useState<string | null>(null);
  const [outcomes, setOutcomes] = useState<number | null>(outcomesOfUnionLotto);
  const [publicDays, setPublicDays] = useState<number | null>(5);
  const [claimDays, setClaimDays] = useState<number | null>(30);
  const [substitutes, setSubstitutes] = useState<number | null>(20);
  const { busy, problem, run } = useAction();
  const freeze = () =>
    run(async () => {
      await call("POST", `/api/contests/${contest.id}/results`, {
        ...(isDrawn ? { draw: { source, issue, drawnAt, outcomes } } : {}),
        publicDays,
        claimDays,
        substitutes,
      });
      dispatchEvent(new Event("hashchange"));
      location.replace(`#/results/${contest.id}`);
    });
  return (
    <section>
      <h2>{say("freeze")}</h2>
      <p class="note">{say("freezeWhy")}</p>
      {isDrawn && (
        <>
          <TextField name={say("source")} problem={problem} at="draw.source" value={source} onChange={setSource} maxLength={40} />
          <TextField name={say("issue")} problem={problem} at="draw.issue" value={issue} onChange={setIssue} maxLength={40} />
          <TimeField name={say("drawnAt")} problem={problem} at="draw.drawnAt" value={drawnAt} onChange={setDrawnAt} />
          <NumberField name={say("outcomes")} problem={problem} at="draw.outcomes" value={outcomes} onChange={setOutcomes} />
        </>
      )}
      <NumberField name={say("publicDays")} problem={problem} at="publicDays" value={publicDays} onChange={setPublicDays} />
      <NumberField name={say("claimDays")} problem={problem} at="claimDays" value={claimDays} onChange={setClaimDays} />
      <NumberField name={say("substitutes")} problem={problem} at="substitutes" value={substitutes} onChange={setSubstitutes} />
      {problem !== null && <FormProblem of={problem} shown={["draw", "publicDays", "claimDays", "substitutes"]} />}
      <Surely name={say("yes")} busy={busy} onYes={() => void freeze()} />
    </section>
  );
};
