import { call, type Contest } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of, t } from "../shell/texts";
import { sittingOf } from "./outbox";
import { say } from "./texts";

/** What a contest is about, its rules, and the ways on. */
export const ContestPage = ({ id }: { id: string }) => {
  const loaded = useLoaded(() => Promise.all([call<Contest>("GET", `/api/contests/${id}`), sittingOf(id)]), id);
  return (
    <Show what={loaded}>
      {([contest, begun]) => (
        <>
          <h1>{of(contest.title)}</h1>
          <p>
            <span class={`chip ${contest.state}`}>{t(contest.state)}</span>{" "}
            <span class="soft">{contest.state === "upcoming" ? say("from", day(contest.opensAt)) : t("until", day(contest.closesAt))}</span>
          </p>
          <p>{of(contest.description)}</p>
          <h2>{say("rules")}</h2>
          <ul>
            <li>{say("paper", contest.draw.count, (contest.draw.count * contest.questionSeconds) / 60)}</li>
            <li>{say("attempts", contest.attemptsPerDay)}</li>
            <li>
              {say("pass", contest.passMark)}
              {contest.drawMark ? say("drawn", contest.drawMark) : ""}
            </li>
            <li>{say("order")}</li>
          </ul>
          {contest.prizes.length > 0 && (
            <>
              <h2>{say("prizes")}</h2>
              <ul>
                {contest.prizes.map((prize) => (
                  <li key={prize.name.zh}>
                    {of(prize.name)} × {prize.count}：{say(prize.by === "rank" ? "byRank" : "byDraw")}
                  </li>
                ))}
              </ul>
            </>
          )}
          {(contest.state === "open" || begun) && (
            <>
              <p class="soft">{say("once")}</p>
              <a class="button main wide" href={`#/attempt/${id}`}>
                {say(!begun ? "start" : begun.handedIn ? "unsent" : "resume")}
              </a>
            </>
          )}
          <div class="row">
            <a class="button" href={`#/practice/${id}`}>
              {say("practice")}
            </a>
            <a class="button" href={`#/board/${id}`}>
              {say("standing")}
            </a>
          </div>
        </>
      )}
    </Show>
  );
};
