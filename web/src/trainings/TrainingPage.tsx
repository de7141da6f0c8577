import { useEffect, useState } from "preact/hooks";
import { Contact } from "../design/Contact";
import { Icon } from "../design/Icon";
import pin from "../design/icons/map-pin.svg";
import phone from "../design/icons/phone.svg";
import { call } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { signedIn } from "../shell/session";
import { language, of } from "../shell/texts";
import { shortly } from "../regions/names";
import { fresh } from "../work/fresh";
import { ForWhom, isToCome, PlacesLeft, SignUpTime } from "./Facts";
import { MyPart } from "./MyPart";
import { say } from "./texts";
import { keptTicketsOf } from "./tickets";
import type { Session, Training } from "./types";
import { spanOf } from "./when";

const shownAtOnce = 4;

export const TrainingPage = ({ id }: { id: string }) => {
  const training = useLoaded(() => describe(id), id);
  const [tickets, have] = useState(false);
  useEffect(() => void keptTicketsOf(id).then((kept) => have(kept !== null)), [id]);
  return (
    <>
      {training.state === "failed" && tickets && (
        <p>
          <a class="button main" href={`#/ticket/${id}`}>
            {say("ticket")}
          </a>
        </p>
      )}
      <Show what={training}>{(described) => <Description training={described} />}</Show>
    </>
  );
};

// Whoever may have just changed it sees it as it is.
const describe = (id: string) => (signedIn() ? fresh<Training>(`/api/trainings/${id}`) : call<Training>("GET", `/api/trainings/${id}`));

const Description = ({ training: start }: { training: Training }) => {
  const [training, update] = useState(start);
  const refresh = () => describe(start.id).then(update, () => undefined); // my own standing is known; how many there are, can wait
  return <Described training={training} onChanged={refresh} />;
};

const Described = ({ training, onChanged }: { training: Training; onChanged: () => void }) => (
  <div class="split">
    <div>
      <p class="soft">{of(training.programmeName)}</p>
      <h1>{of(training.title)}</h1>
      <p>
        {isToCome(training) && (
          <>
            <PlacesLeft training={training} /> ·{" "}
          </>
        )}
        {say("capacity", training.capacity)} · <SignUpTime training={training} />
      </p>
      <MyPart training={training} onChanged={onChanged} />
      {training.description && <p class="lines">{of(training.description)}</p>}
    </div>
    <div>
      <section class="card facts">
        <h2>{say("sessions")}</h2>
        <Sessions sessions={training.sessions} />
        {training.hours > 0 && <p>{say("hours", training.hours)}</p>}
        <p>
          <a href={`/api/trainings/${training.id}/calendar?lang=${language()}`} download>
            {say("calendar")}
          </a>
        </p>
        <p class="line">
          <Icon of={pin} />
          <span>{shortly(training.placeNames).map(of).join(" ")}</span>
        </p>
        {training.contact && (
          <p class="line">
            <Icon of={phone} />
            <Contact text={training.contact} />
          </p>
        )}
        <ForWhom eligibility={training.eligibility} />
      </section>
    </div>
  </div>
);

const Sessions = ({ sessions }: { sessions: Session[] }) => {
  const lines = (some: Session[]) => (
    <ol>
      {some.map((session) => (
        <li key={session.startsAt}>{spanOf(session)}</li>
      ))}
    </ol>
  );
  return sessions.length <= shownAtOnce ? (
    lines(sessions)
  ) : (
    <>
      {lines(sessions.slice(0, shownAtOnce))}
      <details>
        <summary>{say("moreSessions", sessions.length)}</summary>
        {lines(sessions)}
      </details>
    </>
  );
};
