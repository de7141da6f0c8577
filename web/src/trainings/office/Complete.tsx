import { useState } from "preact/hooks";
import type { CompletionResponse, CompletionsResponse } from "../../contract";
import { call } from "../../shell/api";
import { Problem, Show, useAction, useLoaded } from "../../shell/load";
import { t } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { rosterOf } from "./readRoster";
import { say } from "./texts";
import type { RosterEntry, Training } from "./types";

/** Says who has completed: by hours attended, or by name. */
export const Complete = ({ id }: { id: string }) => {
  const both = useLoaded(() => Promise.all([fresh<Training>(`/api/trainings/${id}`), rosterOf(id)]), id);
  return (
    <Show what={both}>
      {([training, entries]) => <Choose training={training} entries={entries.filter(({ state }) => state === "confirmed")} />}
    </Show>
  );
};

const Choose = ({ training, entries }: { training: Training; entries: RosterEntry[] }) => {
  const longest = training.sessions.reduce((sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000, 0);
  const [least, setLeast] = useState(String(Math.min(training.hours, longest)));
  const [named, setNamed] = useState<string[] | null>(null);
  const [issued, setIssued] = useState<CompletionResponse[] | null>(null);
  const { busy, problem, run } = useAction();
  const enough = entries.filter(({ attendedHours }) => attendedHours > 0 && attendedHours >= Number(least));
  const toggle = (id: string) => setNamed(named!.includes(id) ? named!.filter((other) => other !== id) : [...named!, id]);
  const send = () =>
    run(async () => {
      const request = named ? { enrolments: named } : { minHours: Number(least) };
      setIssued((await call<CompletionsResponse>("POST", `/api/trainings/${training.id}/complete`, request)).items);
    });

  if (issued) return <Issued training={training.id} issued={issued} />;
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{say("complete")}</h1>
      <fieldset>
        <legend class="sr">{say("complete")}</legend>
        <label class="option">
          <input type="radio" name="how" checked={!named} onChange={() => setNamed(null)} /> {say("byHours")}
        </label>
        <label class="option">
          <input type="radio" name="how" checked={!!named} onChange={() => setNamed(enough.map(({ enrolment }) => enrolment))} />{" "}
          {say("byName")}
        </label>
      </fieldset>
      {named ? (
        entries.map(({ enrolment, name, attendedHours }) => (
          <label class="option" key={enrolment}>
            <input type="checkbox" checked={named.includes(enrolment)} onChange={() => toggle(enrolment)} />{" "}
            {say("hoursAttended", name, attendedHours)}
          </label>
        ))
      ) : (
        <>
          <label for="least">{say("leastHours")}</label>
          <input
            id="least"
            type="number"
            min={0}
            step="0.5"
            required
            value={least}
            onInput={(event) => setLeast(event.currentTarget.value)}
          />
          <p>{say("wouldComplete", enough.length, enough.map(({ name }) => name).join("、"))}</p>
        </>
      )}
      <Problem of={problem} />
      <div class="row">
        <button class="main" disabled={busy || (named ? named.length === 0 : enough.length === 0)}>
          {say("issue")}
        </button>
        <a class="button" href={`#/manage/${training.id}`}>
          {t("back")}
        </a>
      </div>
    </form>
  );
};

const Issued = ({ training, issued }: { training: string; issued: CompletionResponse[] }) => (
  <div class="card">
    <h1>{say("complete")}</h1>
    <p class="note" role="status">
      {issued.length ? say("issued", issued.length) : say("noneIssued")}
    </p>
    <ul class="people">
      {issued.map(({ enrolment, name, certificate }) => (
        <li key={enrolment}>
          <b>{name}</b> <a href={`/api/certificates/${certificate}?format=html`}>{say("certificate", certificate)}</a>
        </li>
      ))}
    </ul>
    <a class="button" href={`#/manage/${training}`}>
      {t("back")}
    </a>
  </div>
);
