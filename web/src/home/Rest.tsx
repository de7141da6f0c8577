import { DateTile } from "../design/DateTile";
import { Icon } from "../design/Icon";
import practice from "../design/icons/book-open.svg";
import mine from "../design/icons/calendar-days.svg";
import standing from "../design/icons/medal.svg";
import hotline from "../design/icons/phone.svg";
import type { Contest } from "../shell/api";
import { duration } from "../shell/format";
import { of } from "../shell/texts";
import { say } from "./restTexts";
import type { Today } from "./types";

/** What stands around the contest of today. */
export const Rest = ({ now }: { now: Today }) => (
  <div>
    <Ways contest={now.contests[0]} />
    <Around now={now} />
  </div>
);

const Ways = ({ contest }: { contest: Contest | undefined }) => (
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
    {trainings.length > 0 && (
      <>
        <h2>{say(ticket ? "next" : "near")}</h2>
        {trainings.slice(0, 3).map(({ id, title, startsAt, placeNames }) => (
          <div class="card line" key={id}>
            <DateTile at={startsAt} />
            <div>
              <h2>
                <a href={`#/trainings/${id}`}>{of(title)}</a>
              </h2>
              <p class="soft">{placeNames.slice(2).map(of).join(" ")}</p>
              {ticket && ticket.training === id && (
                <a class="button main" href={`#/ticket/${id}`}>
                  {say("ticket")}
                </a>
              )}
            </div>
          </div>
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
