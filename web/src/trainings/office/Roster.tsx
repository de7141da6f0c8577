import { useState } from "preact/hooks";
import { Choice } from "../../design/Choice";
import { Empty } from "../../design/Empty";
import people from "../../design/icons/users.svg";
import { PageHead } from "../../design/PageHead";
import { Table } from "../../design/Table";
import { call } from "../../shell/api";
import { Problem, Show, useAction, useLoaded } from "../../shell/load";
import { t } from "../../shell/texts";
import { download } from "../../work/download";
import { Surely } from "../../work/Staff";
import { rosterOf } from "./readRoster";
import { Revoke } from "./Revoke";
import { say } from "./texts";
import type { RosterEntry } from "./types";

export const Roster = ({ id }: { id: string }) => {
  const [changed, change] = useState(0);
  const [done, setDone] = useState("");
  const entries = useLoaded(() => rosterOf(id), id, changed);
  const { busy, problem, run } = useAction();
  const withdraw = ({ enrolment, name }: RosterEntry) =>
    run(async () => {
      await call("DELETE", `/api/trainings/${id}/enrolments/${enrolment}`);
      setDone(say("withdrawn", name));
      change((times) => times + 1);
    });
  const sheet = (format: string) => run(() => download(`/api/trainings/${id}/enrolments?format=${format}`, `${id}.${format}`));
  return (
    <>
      <PageHead title={say("roster")} note={say("audited")}>
        <button type="button" disabled={busy} onClick={() => sheet("xlsx")}>
          {say("xlsx")}
        </button>
        <button type="button" disabled={busy} onClick={() => sheet("csv")}>
          {say("csv")}
        </button>
        <a class="button" href={`#/manage/${id}`}>
          {t("back")}
        </a>
      </PageHead>
      <Problem of={problem} />
      {done && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      <Show what={entries}>
        {(all) =>
          all.length === 0 ? <Empty icon={people}>{say("nobody")}</Empty> : <People entries={all} busy={busy} onWithdraw={withdraw} />
        }
      </Show>
    </>
  );
};

const hasCertificate = (entry: RosterEntry): entry is RosterEntry & { certificate: string } => entry.certificate !== null;

const groups = [
  ["confirmed", "confirmedOnes"],
  ["waiting", "waitingOnes"],
  ["cancelled", "cancelledOnes"],
] as const;

/** Those of one state at a time: searched, sorted, and written to together. */
const People = ({ entries, busy, onWithdraw }: { entries: RosterEntry[]; busy: boolean; onWithdraw: (entry: RosterEntry) => void }) => {
  const there = groups.flatMap(([state, name]) => {
    const some = entries.filter((entry) => entry.state === state);
    return some.length ? [{ state, name: say(name, some.length), some }] : [];
  });
  const [wanted, want] = useState<(typeof groups)[number][0]>("confirmed");
  const shown = there.find(({ state }) => state === wanted) ?? there[0]!;
  return (
    <>
      <Choice name={say("roster")} value={shown.state} options={there.map(({ state, name }) => [state, name] as const)} onChange={want} />
      <Table<RosterEntry>
        key={shown.state}
        name={shown.name}
        rows={shown.some}
        keyOf={({ enrolment }) => enrolment}
        textOf={({ name, phone, villageName }) => `${name} ${phone ?? ""} ${villageName}`}
        selection={{
          nameOf: ({ name }) => name,
          actions: (some) => (
            <a class="button" href={`sms:${some.flatMap(({ phone }) => phone ?? []).join(",")}`}>
              {say("text")}
            </a>
          ),
        }}
        columns={[
          { id: "name", name: say("name"), of: ({ name }) => name, sort: ({ name }) => name },
          { id: "phone", name: say("phone"), of: ({ phone }) => phone && <a href={`tel:${phone}`}>{phone}</a>, sort: ({ phone }) => phone },
          { id: "village", name: say("village"), of: ({ villageName }) => villageName, sort: ({ villageName }) => villageName },
          {
            id: "part",
            name: say("part"),
            of: (entry) => partOf(entry),
            sort: ({ attendedHours, position }) => position ?? attendedHours,
          },
          {
            id: "action",
            name: say("action"),
            of: (entry) =>
              hasCertificate(entry) ? (
                <Revoke entry={entry} />
              ) : entry.state === "cancelled" ? null : (
                <Surely name={say("withdraw", entry.name)} busy={busy} onYes={() => onWithdraw(entry)} />
              ),
          },
        ]}
      />
    </>
  );
};

const partOf = ({ position, sessions, attendedHours, rating, comment }: RosterEntry) =>
  [
    position && say("position", position),
    sessions.length > 0 && say("attended", sessions.length, attendedHours),
    rating && say("rating", rating),
    comment,
  ]
    .filter(Boolean)
    .join(" · ");
