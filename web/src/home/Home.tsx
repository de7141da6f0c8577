import { useEffect, useState } from "preact/hooks";
import { call, type Contest } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { arrive, registered } from "../shell/pages";
import { of, t } from "../shell/texts";
import { say } from "./texts";
import type { Today, TodaysContest } from "./types";

/** Today: what is open to answer, what one has signed up for, what there is to see. */
export const Home = () => {
  const today = useLoaded(() => call<Today>("GET", "/api/today"));
  const [, more] = useState(false);
  // What stands around it comes while this is read, and with it what keeps the page for when there is no network.
  useEffect(() => {
    if (today.state === "loading") return;
    arrive("home").then(
      () => more(true),
      () => undefined,
    );
  }, [today.state]);
  const Rest = registered.rest;
  return (
    <Show what={today}>
      {(now) => (
        <div class="split today">
          <div>
            <Hero now={now} />
          </div>
          {Rest && <Rest now={now} />}
        </div>
      )}
    </Show>
  );
};

const Hero = ({ now: { contests, attempt } }: { now: Today }) => {
  const [contest, ...others] = contests;
  return (
    <>
      <section class="card hero">
        {contest ? (
          <>
            <span class="chip">
              {t(contest.state as Contest["state"])} · {t("until", day(contest.closesAt))}
            </span>
            <h1>
              <a href={`#/contest/${contest.id}`}>{of(contest.title)}</a>
            </h1>
            <p>{say("rules", contest.questions, contest.seconds / 60)}</p>
            <Start contest={contest} attempt={attempt && attempt.contest === contest.id ? attempt : undefined} />
          </>
        ) : (
          <h1>{say("noContest")}</h1>
        )}
      </section>
      {others.map(({ id, title, closesAt }) => (
        <div class="card" key={id}>
          <h2>
            <a href={`#/contest/${id}`}>{of(title)}</a>
          </h2>
          <p class="soft">{t("until", day(closesAt))}</p>
        </div>
      ))}
    </>
  );
};

const Start = ({ contest, attempt }: { contest: TodaysContest; attempt: Today["attempt"] }) =>
  contest.state !== "open" ? null : attempt && attempt.state === "done" ? (
    <p>
      <b>✓ {say("done")}</b>
    </p>
  ) : (
    <a class="button" href={`#/attempt/${contest.id}`}>
      {say(attempt && attempt.state === "open" ? "resume" : "start")}
    </a>
  );
