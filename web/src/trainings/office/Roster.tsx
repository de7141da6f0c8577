import { useState } from "preact/hooks";
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
      <h1>{say("roster")}</h1>
      <p class="soft">{say("audited")}</p>
      <div class="row">
        <button type="button" disabled={busy} onClick={() => sheet("xlsx")}>
          {say("xlsx")}
        </button>
        <button type="button" disabled={busy} onClick={() => sheet("csv")}>
          {say("csv")}
        </button>
        <a class="button" href={`#/manage/${id}`}>
          {t("back")}
        </a>
      </div>
      <Problem of={problem} />
      {done && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      <Show what={entries}>
        {(all) =>
          all.length === 0 ? (
            <p>{say("nobody")}</p>
          ) : (
            <>
              <People title="confirmedOnes" entries={all.filter(({ state }) => state === "confirmed")} busy={busy} onWithdraw={withdraw} />
              <People title="waitingOnes" entries={all.filter(({ state }) => state === "waiting")} busy={busy} onWithdraw={withdraw} />
              <People title="cancelledOnes" entries={all.filter(({ state }) => state === "cancelled")} />
            </>
          )
        }
      </Show>
    </>
  );
};

const hasCertificate = (entry: RosterEntry): entry is RosterEntry & { certificate: string } => entry.certificate !== null;

const People = ({
  title,
  entries,
  busy,
  onWithdraw,
}: {
  title: "confirmedOnes" | "waitingOnes" | "cancelledOnes";
  entries: RosterEntry[];
  busy?: boolean;
  onWithdraw?: (entry: RosterEntry) => void;
}) =>
  entries.length === 0 ? null : (
    <section>
      <h2>{say(title, entries.length)}</h2>
      <ol class="people">
        {entries.map((entry) => (
          <li key={entry.enrolment}>
            <b>{entry.name}</b> <a href={`tel:${entry.phone}`}>{entry.phone}</a>
            <p class="soft">
              {[
                entry.villageName,
                entry.position && say("position", entry.position),
                entry.sessions.length > 0 && say("attended", entry.sessions.length, entry.attendedHours),
                entry.rating && say("rating", entry.rating),
                entry.comment,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {hasCertificate(entry) && <Revoke entry={entry} />}
            {onWithdraw && !entry.certificate && <Surely name={say("withdraw", entry.name)} busy={busy} onYes={() => onWithdraw(entry)} />}
          </li>
        ))}
      </ol>
    </section>
  );
