import { useEffect, useState } from "preact/hooks";
import { Problem, Show, useLoaded } from "../../shell/load";
import { moment } from "../../shell/format";
import { of, t } from "../../shell/texts";
import { Camera } from "./Camera";
import { openDoor, type Door } from "./door";
import { RollCall } from "./RollCall";
import { add, follow, loadSheets, send, sheetOf, waitingIn, type Sheet } from "./scans";
import { say } from "./texts";
import { span } from "./times";

/** At the door of a session. */
export const Scan = ({ id, session }: { id: string; session: string }) => {
  const door = useLoaded(async () => (await Promise.all([openDoor(id), loadSheets()]))[0], id);
  return <Show what={door}>{(open) => <AtTheDoor door={open} session={session} />}</Show>;
};

const AtTheDoor = ({ door, session }: { door: Door; session: string }) => {
  const [sheet, setSheet] = useState(() => sheetOf(door.training, session, door.title.zh));
  const [greeting, greet] = useState("");
  const [reached, setReached] = useState(true);
  const [problem, setProblem] = useState<unknown>(null);
  const [round, again] = useState(0);
  const waiting = waitingIn(sheet);
  const meeting = door.sessions[Number(session) - 1];

  useEffect(() => follow(door.training, session, setSheet), []);

  useEffect(() => {
    if (waiting === 0) return;
    const leaving = new AbortController();
    setProblem(null);
    send(
      door.training,
      session,
      (now, there) => {
        setSheet(now);
        setReached(there);
      },
      leaving.signal,
    ).catch((refused) => {
      if (!leaving.signal.aborted) setProblem(refused);
    });
    return () => leaving.abort();
  }, [waiting > 0, round]);

  const scanned = (ticket: string) => {
    const name = door.guests.find((guest) => guest.ticket === ticket)?.name;
    const before = sheetOf(door.training, session);
    const now = add(before, ticket);
    const isNew = now !== before;
    if (isNew) navigator.vibrate?.(80);
    setSheet(now);
    greet([say(isNew ? "welcome" : "again", name ?? say("someone")), !name && say("notListed")].filter(Boolean).join(" "));
  };

  return (
    <>
      <h1>
        {say("scan")} · {of(door.title)}
      </h1>
      <p>
        {say("session", session)}
        {meeting && ` ${span(meeting.startsAt, meeting.endsAt)}`} <a href={`#/manage/${door.training}`}>{t("back")}</a>
      </p>
      {door.old && <p class="note">{say("oldList", moment(door.savedAt))}</p>}
      <Camera onCode={scanned} />
      <p class={greeting && "note"} role="status">
        {greeting}
      </p>
      <State sheet={sheet} reached={reached} />
      <Problem of={problem} />
      {!!problem && (
        <button type="button" onClick={() => again(round + 1)}>
          {say("sendAgain")}
        </button>
      )}
      <Unknown sheet={sheet} />
      <RollCall door={door} session={Number(session)} sheet={sheet} onCame={scanned} onSheet={setSheet} />
    </>
  );
};

/** What the phone has, and what the server has, as far as anybody knows. */
const State = ({ sheet, reached }: { sheet: Sheet; reached: boolean }) => (
  <div role="status">
    <p>
      <b>{say("counts", sheet.scans.length, sheet.scans.filter(({ state }) => state === "received").length, waitingIn(sheet))}</b>
    </p>
    {sheet.present !== null && <p>{say("present", sheet.present)}</p>}
    {waitingIn(sheet) > 0 && !reached && <p class="note">{say("waitingForNetwork")}</p>}
    {waitingIn(sheet) > 0 && !sheet.kept && <p class="note bad">{say("notKept")}</p>}
  </div>
);

const Unknown = ({ sheet }: { sheet: Sheet }) => {
  const unknown = sheet.scans.filter(({ state }) => state === "unknown");
  return unknown.length === 0 ? null : (
    <section class="note bad">
      <h2>{say("unknown", unknown.length)}</h2>
      <p>{say("unknownNote")}</p>
      <ul>
        {unknown.map(({ ticket, at }) => (
          <li key={ticket}>{say("unknownOne", moment(at), ticket.slice(-8))}</li>
        ))}
      </ul>
    </section>
  );
};
