import type { AttemptSummary } from "../contract";
import { call, type Contest } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { signedIn } from "../shell/session";
import { of, t } from "../shell/texts";
import { sittingOf } from "./outbox";
import { say } from "./texts";

/** What a contest is about, its rules, and the ways on. */
export const ContestPage = ({ id }: { id: string }) => {
  const loaded = useLoaded(() => Promise.all([call<Contest>("GET", `/api/contests/${id}`), sittingOf(id), doneToday(id)]), id);
  return (
    <Show what={loaded}>
      {([contest, begun, done]) => (
        <div class="split about">
          <div>
            <span class={`chip ${contest.state}`}>
              {t(contest.state)} · {contest.state === "upcoming" ? say("from", day(contest.opensAt)) : t("until", day(contest.closesAt))}
            </span>
            <h1>{of(contest.title)}</h1>
            <p>{of(contest.description)}</p>
            {contest.changes.map((change) => (
              <p class="note warm" key={change.at}>
                {say(change.cancelled ? "cancelled" : "changed", day(change.closesAt ?? contest.closesAt), change.reason)}
              </p>
            ))}
          </div>
          <div class="aside">
            {(contest.state === "open" || begun) && (
              <div class="card">
                {done >= contest.attemptsPerDay && !begun ? (
                  <p class="good">
                    <b>✓ {say("doneToday")}</b>
                  </p>
                ) : (
                  <>
                    <p class="soft">{say("once")}</p>
                    <a class="button main wide" href={`#/attempt/${id}`}>
                      {say(!begun ? "start" : begun.handedIn ? "unsent" : "resume")}
                    </a>
                  </>
                )}
              </div>
            )}
            <div class="row">
              <a class="button" href={`#/practice/${id}`}>
                {say("practice")}
              </a>
              <a class="button" href={`#/board/${id}`}>
                {say("standing")}
              </a>
              {contest.state === "closed" && (
                <a class="button" href={`#/results/${id}`}>
                  {say("results")}
                </a>
              )}
            </div>
          </div>
          <div>
            <Rules contest={contest} />
          </div>
        </div>
      )}
    </Show>
  );
};

const Rules = ({ contest }: { contest: Contest }) => (
  <>
    <h2>{say("rules")}</h2>
    <ul class="ticks">
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
        <ul class="ticks">
          {contest.prizes.map((prize) => (
            <li key={prize.name.zh}>
              {of(prize.name)} × {prize.count}：{say(prize.by === "rank" ? "byRank" : "byDraw")}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

/** How many attempts of today are over: the button says so before it is pressed. */
const doneToday = async (id: string) => {
  if (!signedIn()) return 0;
  try {
    const { items } = await call<{ items: AttemptSummary[] }>("GET", `/api/contests/${id}/attempts?limit=100`);
    const today = day(new Date().toISOString());
    return items.filter(({ startedAt, state }) => day(startedAt) === today && state !== "open").length;
  } catch {
    return 0; // no network: an attempt that was begun needs none
  }
};
