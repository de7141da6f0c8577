import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { Problem, useAction } from "../../shell/load";
import { Surely } from "../../work/Staff";
import type { Door, Guest } from "./door";
import { remove, type Sheet } from "./scans";
import { say } from "./texts";

/** Those who come without a ticket, and those who were marked by mistake. */
export const RollCall = ({
  door,
  session,
  sheet,
  onCame,
  onSheet,
}: {
  door: Door;
  session: number;
  sheet: Sheet;
  onCame: (ticket: string) => void;
  onSheet: (sheet: Sheet) => void;
}) => {
  const [gone, setGone] = useState<string[]>([]);
  const [done, setDone] = useState("");
  const { busy, problem, run } = useAction();
  const scanOf = ({ ticket }: Guest) => sheet.scans.find((scan) => scan.ticket === ticket && scan.state !== "unknown");
  const came = (guest: Guest) => {
    setGone(gone.filter((ticket) => ticket !== guest.ticket));
    onCame(guest.ticket);
  };
  const correct = (guest: Guest) =>
    run(async () => {
      await call("DELETE", `/api/trainings/${door.training}/sessions/${session}/attendance/${guest.ticket}`);
      onSheet(remove(sheet, guest.ticket));
      setGone([...gone, guest.ticket]);
      setDone(say("corrected", guest.name));
    });
  return (
    <section>
      <h2>{say("callRoll")}</h2>
      <Problem of={problem} />
      {done && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      {door.guests.length === 0 && <p>{say("nobody")}</p>}
      <ul class="people">
        {door.guests.map((guest) => {
          const scan = scanOf(guest);
          const here = !!scan || (guest.sessions.includes(session) && !gone.includes(guest.ticket));
          return (
            <li key={guest.ticket}>
              <b>{guest.name}</b>
              {here && <span class={scan?.state === "waiting" ? "" : "good"}> ✓ {say(scan?.state === "waiting" ? "toSend" : "here")}</span>}
              {here ? (
                scan?.state !== "waiting" && <Surely name={say("correct", guest.name)} busy={busy} onYes={() => correct(guest)} />
              ) : (
                <button type="button" onClick={() => came(guest)}>
                  {say("came", guest.name)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
