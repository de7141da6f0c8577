import { useEffect, useState } from "preact/hooks";
import { call } from "../../shell/api";
import { day, moment } from "../../shell/format";
import { Problem, Show, useAction, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { keepParts } from "../../work/keepParts";
import { Surely } from "../../work/Staff";
import { prepare } from "./decoder";
import { say } from "./texts";
import { span } from "./times";
import type { Training } from "./types";

/** One training, and what can be done about it. */
export const ManageOne = ({ id }: { id: string }) => {
  const [changed, change] = useState(0);
  const training = useLoaded(() => fresh<Training>(`/api/trainings/${id}`), id, changed);
  // Where it is held there may be no network: what scanning needs is fetched while there is one.
  useEffect(() => {
    prepare()
      .then(keepParts)
      .catch(() => undefined);
  }, []);
  return <Show what={training}>{(one) => <One training={one} onChange={() => change(changed + 1)} />}</Show>;
};

const One = ({ training, onChange }: { training: Training; onChange: () => void }) => {
  const { busy, problem, run } = useAction();
  const { id, state } = training;
  const cancel = () =>
    run(async () => {
      await call("DELETE", `/api/trainings/${id}`);
      onChange();
    });
  return (
    <>
      <h1>{of(training.title)}</h1>
      <p>
        <b class={state === "cancelled" ? "bad" : ""}>{say(state)}</b> · {of(training.programmeName)} ·{" "}
        {training.placeNames.slice(-2).map(of).join(" ")}
      </p>
      <p role="status">{say("figures", training.capacity, training.confirmed, training.waiting)}</p>
      <p class="soft">
        {say("opens")} {moment(training.signUpOpensAt)} · {say("closes")} {moment(training.signUpClosesAt)}
      </p>
      <p class="soft">
        {day(training.sessions[0]!.startsAt)}
        {training.contact && ` · ${training.contact}`}
      </p>
      <div class="menu">
        <ul>
          <li>
            <a href={`#/roster/${id}`}>{say("roster")}</a>
          </li>
          {state !== "cancelled" && (
            <li>
              <a href={`#/poster/training/${id}`}>{say("poster")}</a>
            </li>
          )}
          {state === "open" && (
            <li>
              <a href={`#/enrol/${id}`}>{say("enrol")}</a>
            </li>
          )}
          {state !== "cancelled" &&
            training.sessions.map(({ startsAt, endsAt }, at) => (
              <li key={at}>
                <a href={`#/scan/${id}/${at + 1}`}>{say("scanSession", `${say("session", at + 1)} ${span(startsAt, endsAt)}`)}</a>
              </li>
            ))}
          {state !== "cancelled" && (
            <li>
              <a href={`#/complete/${id}`}>{say("complete")}</a>
            </li>
          )}
        </ul>
      </div>
      <Problem of={problem} />
      {state !== "cancelled" && (
        <div class="row">
          <a class="button" href={`#/announce/${id}`}>
            {say("change")}
          </a>
          <Surely name={say("cancel")} busy={busy} onYes={cancel} />
        </div>
      )}
      {state !== "cancelled" && <p class="soft">{say("cancelNote")}</p>}
    </>
  );
};
