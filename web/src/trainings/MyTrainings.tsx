import { useState } from "preact/hooks";
import type { PageOfMyTrainingResponse } from "../contract";
import { DateTile } from "../design/DateTile";
import { Empty } from "../design/Empty";
import award from "../design/icons/award.svg";
import calendar from "../design/icons/calendar-days.svg";
import { ListLink } from "../design/ListLink";
import { call, Unreached } from "../shell/api";
import { Problem, Show, useAction, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { shortly } from "../regions/names";
import { standingOf } from "./Status";
import { say } from "./texts";
import { keptTickets } from "./tickets";
import type { MyTraining } from "./types";
import { momentOf } from "./when";

/** What I have signed up for; without a network, what the phone has of it. */
export const MyTrainings = () => {
  const mine = useLoaded(readAll);
  if (mine.state === "failed" && mine.problem instanceof Unreached) return <Kept problem={mine.problem} />;
  return (
    <div class="slim">
      <h1>{say("mine")}</h1>
      <Show what={mine}>
        {(trainings) => (
          <>
            <h2>{say("upcomingOfMine")}</h2>
            {trainings.length ? (
              trainings.map((training) => <Card key={training.training.id} mine={training} />)
            ) : (
              <Empty icon={calendar}>
                <p>{say("noneOfMine")}</p>
                <a class="button main" href="#/trainings">
                  {say("title")}
                </a>
              </Empty>
            )}
            <Certificates of={trainings.filter(({ certificate }) => certificate)} />
          </>
        )}
      </Show>
    </div>
  );
};

// Nobody has so many that paging would help.
const readAll = async () => (await call<PageOfMyTrainingResponse>("GET", "/api/me/trainings?limit=100")).items;

/** Signing up oneself takes over what another has signed up. */
const ByAnother = ({ training }: { training: string }) => {
  const { busy, problem, run } = useAction();
  const [mine, set] = useState(false);
  const confirm = () =>
    run(async () => {
      await call("POST", `/api/trainings/${training}/enrolments`, {});
      set(true);
    });
  return (
    <div class="note">
      <p role="status">{say(mine ? "confirmedByMe" : "byAnother")}</p>
      <Problem of={problem} />
      {!mine && (
        <button type="button" disabled={busy} onClick={confirm}>
          {say("confirmMine")}
        </button>
      )}
    </div>
  );
};

const Card = ({ mine: { training, state, position, ticket, isByAnother } }: { mine: MyTraining }) => (
  <div class="card line">
    <DateTile at={training.sessions[0]!.startsAt} />
    <div>
      <h3>
        <a href={`#/trainings/${training.id}`}>{of(training.title)}</a>
      </h3>
      <p>
        {momentOf(training.sessions[0]!.startsAt)} · {shortly(training.placeNames).map(of).join(" ")}
      </p>
      <p>{training.state === "cancelled" ? <span class="bad">✗ {say("cancelled")}</span> : standingOf({ state, position })}</p>
      {isByAnother && state !== "cancelled" && training.state !== "over" && <ByAnother training={training.id} />}
      {ticket && training.state !== "over" && training.state !== "cancelled" && (
        <p>
          <a class="button main" href={`#/ticket/${training.id}`}>
            {say("ticket")}
          </a>
        </p>
      )}
    </div>
  </div>
);

const Certificates = ({ of: trainings }: { of: MyTraining[] }) => (
  <>
    <h2>{say("certificates")}</h2>
    {trainings.length ? (
      <ul class="list">
        {trainings.map(({ certificate, training }) => (
          <ListLink key={certificate} href={`#/certificate/${certificate}`} icon={award} note={certificate}>
            {of(training.title)}
          </ListLink>
        ))}
      </ul>
    ) : (
      <p class="soft">{say("noCertificates")}</p>
    )}
  </>
);

const Kept = ({ problem }: { problem: unknown }) => {
  const tickets = useLoaded(keptTickets);
  return (
    <>
      <h1>{say("mine")}</h1>
      <Problem of={problem} />
      <Show what={tickets}>
        {(kept) =>
          kept.map(({ training }) => (
            <div class="card" key={training.id}>
              <h2>{of(training.title)}</h2>
              <p>{momentOf(training.sessions[0]!.startsAt)}</p>
              <p>
                <a class="button" href={`#/ticket/${training.id}`}>
                  {say("ticket")}
                </a>
              </p>
            </div>
          ))
        }
      </Show>
    </>
  );
};
