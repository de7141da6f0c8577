import type { ComponentChildren } from "preact";
import { DateTile } from "../design/DateTile";
import { Icon } from "../design/Icon";
import bell from "../design/icons/bell.svg";
import practice from "../design/icons/book-open.svg";
import mine from "../design/icons/calendar-days.svg";
import play from "../design/icons/circle-play.svg";
import hotline from "../design/icons/phone.svg";
import standing from "../design/icons/medal.svg";
import { ListLink } from "../design/ListLink";
import { duration } from "../shell/format";
import { recall } from "../shell/memory";
import { signedIn } from "../shell/session";
import { of } from "../shell/texts";
import { say } from "./restTexts";
import type { Today, TodaysContest } from "./types";

/** What stands around the contest of today. */
export const Rest = ({ now }: { now: Today }) => (
  <>
    <div class="ways">
      <Ways contest={now.contests[0]} />
      <News now={now} />
    </div>
    <div class="side">
      <Trainings now={now} />
    </div>
    <div class="under">{now.video && <Film video={now.video} />}</div>
  </>
);

const Ways = ({ contest }: { contest: TodaysContest | undefined }) => (
  <nav class="quick" aria-label={say("today")}>
    {contest && (
      <>
        <Way href={`#/practice/${contest.id}`} icon={practice}>
          {say("practice")}
        </Way>
        <Way href={`#/board/${contest.id}`} icon={standing}>
          {say("standing")}
        </Way>
      </>
    )}
    <Way href="#/my-trainings" icon={mine}>
      {say("mine")}
    </Way>
    <Way href="tel:12316" icon={hotline}>
      {say("hotline")}
    </Way>
  </nav>
);

const Way = ({ href, icon, children }: { href: string; icon: string; children: ComponentChildren }) => (
  <a href={href}>
    <Icon of={icon} />
    {children}
  </a>
);

/** What has happened: today's result, messages, a privacy notice that nobody has agreed to. */
const News = ({ now: { attempt, unread } }: { now: Today }) => {
  const asked = signedIn() && recall("asked");
  const scored = attempt && attempt.state === "done" && attempt.attempt;
  if (!scored && !unread && !asked) return null;
  return (
    <ul class="list">
      {scored && (
        <ListLink href={`#/result/${attempt.contest}/${scored}`} icon={standing} note={say("seeWhy")}>
          {attempt.score === undefined ? say("handedIn") : say("score", attempt.score, attempt.outOf)}
        </ListLink>
      )}
      {unread > 0 && (
        <ListLink href="#/inbox" icon={bell}>
          {say("notices", unread > 99 ? "99+" : unread)}
        </ListLink>
      )}
      {asked && (
        <ListLink href="#/me" icon={bell}>
          {say("consent")}
        </ListLink>
      )}
    </ul>
  );
};

const Trainings = ({ now: { trainings, trainingsIn, ticket } }: { now: Today }) => {
  const others = trainings.filter(({ id }) => !ticket || id !== ticket.training);
  return (
    <>
      {ticket && (
        <>
          <h2>{say("next")}</h2>
          <Training training={{ ...ticket, id: ticket.training }} ticket />
        </>
      )}
      {others.length > 0 && (
        <>
          <h2>{say("near", of(trainingsIn.name))}</h2>
          {others.map((training) => (
            <Training key={training.id} training={training} />
          ))}
          <a class="button wide" href="#/trainings">
            {say("all")}
          </a>
        </>
      )}
    </>
  );
};

const Training = ({
  training: { id, title, startsAt, placeNames },
  ticket = false,
}: {
  training: Pick<Today["trainings"][number], "id" | "title" | "startsAt" | "placeNames">;
  ticket?: boolean;
}) => (
  <div class="card line">
    <DateTile at={startsAt} />
    <div>
      <h2>
        <a href={`#/trainings/${id}`}>{of(title)}</a>
      </h2>
      <p class="soft">{placeNames.slice(2).map(of).join(" ")}</p>
      {ticket && (
        <a class="button main" href={`#/ticket/${id}`}>
          {say("ticket")}
        </a>
      )}
    </div>
  </div>
);

const Film = ({ video }: { video: NonNullable<Today["video"]> }) => (
  <>
    <h2>{say("film")}</h2>
    <div class="card film">
      <span class="still">
        <img src={video.poster.url} alt="" loading="lazy" width={320} height={180} />
        <Icon of={play} />
      </span>
      <h2>
        <a href={`#/videos/${video.id}`}>{video.title}</a>
      </h2>
      <p class="soft">
        {video.author} · {duration(video.durationMs)}
      </p>
    </div>
  </>
);
