import { DateTile } from "../design/DateTile";
import { Icon } from "../design/Icon";
import practice from "../design/icons/book-open.svg";
import mine from "../design/icons/calendar-days.svg";
import standing from "../design/icons/medal.svg";
import hotline from "../design/icons/phone.svg";
import { duration } from "../shell/format";
import { of } from "../shell/texts";
import { say } from "./restTexts";
import type { Today, TodaysContest } from "./types";

/** What stands around the contest of today. */
export const Rest = ({ now }: { now: Today }) => (
  <div>
    <Ways contest={now.contests[0]} />
    <Around now={now} />
  </div>
);

const Ways = ({ contest }: { contest: TodaysContest | undefined }) => (
  <nav class="quick" aria-label={say("today")}>
    {contest && (
      <>
        <a href={`#/practice/${contest.id}`}>
          <Icon of={practice} />
          {say("practice")}
        </a>
        <a href={`#/board/${contest.id}`}>
          <Icon of={standing} />
          {say("standing")}
        </a>
      </>
    )}
    <a href="#/my-trainings">
      <Icon of={mine} />
      {say("mine")}
    </a>
    <a href="tel:12316">
      <Icon of={hotline} />
      {say("hotline")}
    </a>
  </nav>
);

const Around = ({ now: { trainings, ticket, video, unread } }: { now: Today }) => (
  <>
    {unread ? <p class="note warm">{say("notices", unread)}</p> : null}
    {ticket && (
      <>
        <h2>{say("next")}</h2>
        <Training training={{ ...ticket, id: ticket.training }} ticket />
      </>
    )}
    {trainings.length > 0 && (
      <>
        <h2>{say("near")}</h2>
        {trainings.map((training) => (
          <Training key={training.id} training={training} />
        ))}
      </>
    )}
    {video && (
      <>
        <h2>{say("film")}</h2>
        <div class="card film">
          <img src={video.poster.url} alt="" loading="lazy" width={320} height={180} />
          <h2>
            <a href={`#/videos/${video.id}`}>{video.title}</a>
          </h2>
          <p class="soft">
            {video.author} · {duration(video.durationMs)}
          </p>
        </div>
      </>
    )}
  </>
);

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
