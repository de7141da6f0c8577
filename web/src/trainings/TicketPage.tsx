import { useEffect, useState } from "preact/hooks";
import { Contact } from "../design/Contact";
import { call, Unreached } from "../shell/api";
import { moment } from "../shell/format";
import { Problem } from "../shell/load";
import type { Page } from "../shell/pages";
import { of, t } from "../shell/texts";
import { shortly } from "../regions/names";
import { keepParts } from "../work/keepParts";
import { qrPicture } from "./qr";
import { standingOf } from "./Status";
import { say } from "./texts";
import { askForTickets, keepTickets, keptTicketsOf, type Tickets } from "./tickets";
import type { Enrolment, Training } from "./types";
import { spanOf } from "./when";

/** The tickets of a training: those that the phone has, at once, and then as the server says. */
export const TicketPage: Page = ({ route }) => {
  const id = route[1]!;
  const [tickets, know] = useState<Tickets | null>(null);
  const [problem, complain] = useState<unknown>(null);
  const [fresh, refreshed] = useState(false);
  const [opensOffline, check] = useState<boolean | null>(null);

  useEffect(() => {
    const show = async () => {
      know(await keptTicketsOf(id));
      know(await askForTickets(await call<Training>("GET", `/api/trainings/${id}`)));
    };
    show().then(() => refreshed(true), complain);
  }, [id]);
  useEffect(() => {
    if (!tickets) return;
    Promise.all([keepTickets(tickets), keepParts()]).then(([kept, there]) => check(kept && there));
  }, [tickets]);

  const cancelled = tickets?.training.state === "cancelled";
  const people = (!cancelled && tickets?.people.filter(({ ticket }) => ticket)) || [];
  return (
    <div class="slim">
      <h1>{say("ticketTitle")}</h1>
      {tickets && problem instanceof Unreached ? (
        <p class="note" role="status">
          {say("notFresh", moment(tickets.at))}
        </p>
      ) : (
        <Problem of={problem} />
      )}
      {tickets && <Facts tickets={tickets} />}
      {people.map((person) => (
        <Code key={person.enrolment} person={person} />
      ))}
      {people.length > 0 && (
        <>
          <p>{say("showAtDoor")}</p>
          {fresh && tickets && <p class="soft">{say("asOf", moment(tickets.at))}</p>}
          {opensOffline !== null && (
            <p class="note" role="status">
              {say(opensOffline ? "keptHere" : "notKept")}
            </p>
          )}
        </>
      )}
      {cancelled && (
        <p class="note bad" role="status">
          ✗ {say("cancelled")}
        </p>
      )}
      {!people.length &&
        !cancelled &&
        (fresh || problem ? (
          <p>{say("noTicket")}</p>
        ) : (
          <p class="soft" role="status">
            {t("loading")}
          </p>
        ))}
      <p>
        <a href={`#/trainings/${id}`}>{say("openTraining")}</a>
      </p>
    </div>
  );
};

const Facts = ({ tickets: { training } }: { tickets: Tickets }) => (
  <>
    <h2>{of(training.title)}</h2>
    <p>{shortly(training.placeNames).map(of).join(" ")}</p>
    {training.sessions.slice(0, 3).map((session) => (
      <p key={session.startsAt}>{spanOf(session)}</p>
    ))}
    {training.contact && (
      <p class="soft">
        {say("contact")}：
        <Contact text={training.contact} />
      </p>
    )}
  </>
);

const Code = ({ person }: { person: Enrolment }) => (
  <div class="card ticket">
    <h3>{person.name}</h3>
    <img src={qrPicture(person.ticket!)} alt={say("codeOf", person.name)} />
    <p>{standingOf(person)}</p>
    {person.state === "waiting" && <p class="soft">{say("waitingCode")}</p>}
  </div>
);
