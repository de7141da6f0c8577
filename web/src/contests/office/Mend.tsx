import type { DisqualificationResponse, FlagsResponse, QuestionReportsResponse } from "../../contract";
import { useState } from "preact/hooks";
import { percent } from "../../charts/scale";
import { call, type Contest } from "../../shell/api";
import { duration, moment } from "../../shell/format";
import { Problem, Show, useAction, useLoaded } from "../../shell/load";
import { of, t } from "../../shell/texts";
import { FormProblem, NumberField, TextField, TimeField } from "../../staff/Fields";
import { Listed, useList } from "../../staff/List";
import { fresh } from "../../work/fresh";
import { Surely } from "../../work/Staff";
import { say } from "./texts";

/** A published contest is mended: its time, people's chances, fairness, doubtful questions. */
export const Mend = ({ id }: { id: string }) => {
  const [times, again] = useState(0);
  const contest = useLoaded(() => fresh<Contest>(`/api/contests/${id}`), id, times);
  return (
    <Show what={contest}>
      {(rules) => (
        <>
          <h1>{of(rules.title)}</h1>
          <Changes contest={rules} onDone={() => again(times + 1)} />
          <Allowance id={id} />
          <Flags id={id} />
          <Disqualifications id={id} />
          <Reports id={id} />
          <p class="row">
            <Copy id={id} />
            <a class="button" href="#/drafts">
              {t("back")}
            </a>
          </p>
        </>
      )}
    </Show>
  );
};

const Changes = ({ contest, onDone }: { contest: Contest; onDone: () => void }) => {
  const [closesAt, setClosesAt] = useState<string | null>(contest.closesAt);
  const [reason, setReason] = useState("");
  const { busy, problem, run } = useAction();
  const post = (what: object) =>
    run(async () => {
      await call("POST", `/api/contests/${contest.id}/changes`, { ...what, reason });
      onDone();
    });
  return (
    <section>
      <h2>{say("changes")}</h2>
      <ul>
        {contest.changes.map((change) => (
          <li key={change.at}>
            {moment(change.at)}：{change.reason}
          </li>
        ))}
      </ul>
      {!contest.cancelled && (
        <>
          <p class="soft">{say("changesWhy")}</p>
          <TimeField name={say("closesAt")} problem={problem} at="closesAt" value={closesAt} onChange={setClosesAt} />
          <TextField name={say("reason")} problem={problem} at="reason" value={reason} onChange={setReason} maxLength={500} />
          {problem !== null && <FormProblem of={problem} shown={["closesAt", "reason"]} />}
          <p class="row">
            <button type="button" disabled={busy || !reason.trim()} onClick={() => void post({ closesAt })}>
              {say("change")}
            </button>
            <Surely name={say("cancel")} busy={busy || !reason.trim()} onYes={() => void post({ cancelled: true })} />
          </p>
        </>
      )}
    </section>
  );
};

const Allowance = ({ id }: { id: string }) => {
  const [phone, setPhone] = useState("");
  const [attempts, setAttempts] = useState<number | null>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const [given, setGiven] = useState(false);
  const { busy, problem, run } = useAction();
  const give = () =>
    run(async () => {
      setGiven(false);
      await call("POST", `/api/contests/${id}/allowances`, { phone, attempts, seconds, reason });
      setGiven(true);
    });
  return (
    <section>
      <h2>{say("allowance")}</h2>
      <p class="soft">{say("allowanceWhy")}</p>
      <TextField name={say("phone")} problem={problem} at="phone" value={phone} onChange={setPhone} maxLength={11} />
      <NumberField name={say("attempts")} problem={problem} at="attempts" value={attempts} onChange={setAttempts} min={1} max={10} />
      <NumberField name={say("seconds")} problem={problem} at="seconds" value={seconds} onChange={setSeconds} min={1} max={3600} />
      <TextField name={say("reason")} problem={problem} at="reason" value={reason} onChange={setReason} maxLength={200} />
      {problem !== null && <FormProblem of={problem} shown={["phone", "attempts", "seconds", "reason"]} />}
      <button type="button" disabled={busy} onClick={() => void give()}>
        {say("give")}
      </button>
      {given && <p role="status">{say("given")}</p>}
    </section>
  );
};

const Flags = ({ id }: { id: string }) => {
  const [times, again] = useState(0);
  const [reason, setReason] = useState("");
  const flags = useLoaded(() => fresh<FlagsResponse>(`/api/contests/${id}/flags`), id, times);
  const { busy, problem, run } = useAction();
  const disqualify = (target: object) =>
    run(async () => {
      await call("POST", `/api/contests/${id}/disqualifications`, { ...target, reason });
      again(times + 1);
    });
  return (
    <section>
      <h2>{say("flags")}</h2>
      <p class="soft">{say("flagsWhy")}</p>
      <TextField name={say("reason")} problem={problem} at="reason" value={reason} onChange={setReason} maxLength={500} />
      <Problem of={problem} />
      <Show what={flags}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="empty">{say("noFlags")}</p>
          ) : (
            items.map((flag) => (
              <article class="card" key={flag.attempt}>
                <h3>
                  {flag.name} · {flag.kinds.map((kind) => say(kind)).join("、")}
                </h3>
                <p class="soft">{say("took", duration(flag.evidence.elapsedMs), duration(flag.evidence.medianMs))}</p>
                {flag.disqualified ? (
                  <p>{say("disqualified")}</p>
                ) : (
                  <p class="row">
                    <Surely
                      name={say("disqualify")}
                      busy={busy || !reason.trim()}
                      onYes={() => void disqualify({ attempt: flag.attempt })}
                    />
                    <Surely
                      name={say("disqualifyPerson")}
                      busy={busy || !reason.trim()}
                      onYes={() => void disqualify({ person: flag.person })}
                    />
                  </p>
                )}
              </article>
            ))
          )
        }
      </Show>
    </section>
  );
};

const Disqualifications = ({ id }: { id: string }) => {
  const list = useList<DisqualificationResponse>(`/api/contests/${id}/disqualifications`);
  const { busy, problem, run } = useAction();
  const undo = (one: string) =>
    run(async () => {
      await call("DELETE", `/api/contests/${id}/disqualifications/${one}`);
      list.reload();
    });
  return (
    <section>
      <h2>{say("disqualifications")}</h2>
      <Problem of={problem} />
      <Listed list={list} empty={say("none")}>
        {(items) =>
          items.map((one) => (
            <article class="card" key={one.id}>
              <p>
                {one.name} · {moment(one.at)} · {one.reason}
              </p>
              {one.undoneAt ? (
                <p class="soft">{say("undone")}</p>
              ) : (
                <Surely name={say("undo")} busy={busy} onYes={() => void undo(one.id)} />
              )}
            </article>
          ))
        }
      </Listed>
    </section>
  );
};

const reasons = ["wrongKey", "unclear", "typo", "other"] as const;

const Reports = ({ id }: { id: string }) => {
  const reports = useLoaded(() => fresh<QuestionReportsResponse>(`/api/contests/${id}/reports`), id);
  return (
    <section>
      <h2>{say("reports")}</h2>
      <Show what={reports}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="empty">{say("noReports")}</p>
          ) : (
            items.map((item) => (
              <article class="card" key={item.question}>
                <h3>{of(item.text)}</h3>
                <p>
                  {reasons
                    .filter((reason) => item.reasons[reason])
                    .map((reason) => say(reason, item.reasons[reason]!))
                    .join("，")}
                </p>
                {item.facility !== null && (
                  <p class="soft">{say("figures", percent(item.facility), item.discrimination === null ? "–" : item.discrimination)}</p>
                )}
                {item.texts.map((text) => (
                  <p key={text}>“{text}”</p>
                ))}
              </article>
            ))
          )
        }
      </Show>
    </section>
  );
};

const Copy = ({ id }: { id: string }) => {
  const { busy, problem, run } = useAction();
  const copy = () =>
    run(async () => {
      const draft = await call<Contest>("POST", `/api/contests/${id}/copies`);
      location.hash = `#/drafts/${draft.id}`;
    });
  return (
    <>
      <Problem of={problem} />
      <button type="button" disabled={busy} onClick={() => void copy()}>
        {say("copy")}
      </button>
    </>
  );
};
