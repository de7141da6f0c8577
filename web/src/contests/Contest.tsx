import { useState } from "preact/hooks";
import { call, Refusal, type Board, type Contest, type Person, type Region, type Standing } from "../shell/api";
import { day, duration, moment } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { signedIn } from "../shell/session";
import { sittingOf } from "./outbox";
import { of, t } from "../shell/texts";
import { say } from "./texts";

export const ContestPage = ({ id }: { id: string }) => {
  const contest = useLoaded(() => call<Contest>("GET", `/api/contests/${id}`), id);
  return (
    <Show what={contest}>
      {(rules) => (
        <>
          <h1>{of(rules.title)}</h1>
          <p>{of(rules.description)}</p>
          <p>{say("rules", rules.draw.count, rules.questionSeconds, rules.attemptsPerDay, rules.passMark)}</p>
          <p class="soft">{t(rules.state)} · {t("until", day(rules.closesAt))}</p>
          {rules.state === "open" && (
            <>
              <p class="soft">{say("once")}</p>
              <a class="button main" href={`#/attempt/${id}`}>{say(sittingOf(id) ? "resume" : "start")}</a>
            </>
          )}
          <Boards contest={rules} />
        </>
      )}
    </Show>
  );
};

const Boards = ({ contest }: { contest: Contest }) => {
  const standing = useLoaded(() => (signedIn() ? standingAndMe(contest.id) : Promise.resolve(null)), contest.id);
  const [region, setRegion] = useState(contest.region);
  const board = useLoaded(() => Promise.all([
    call<Board>("GET", `/api/contests/${contest.id}/leaderboard?region=${region}`),
    call<Region>("GET", `/api/regions/${region}`),
  ]), region);
  return (
    <>
      <h2>{say("standing")}</h2>
      <Show what={standing}>
        {(mine) => mine?.standing.ranks.length ? (
          <>
            <p>{say("points", mine.standing.points, mine.standing.drawChances)}</p>
            <table>
              <tbody>
                {mine.standing.ranks.map((rank, at) => (
                  <tr key={rank.region}>
                    <th scope="row"><button type="button" onClick={() => setRegion(rank.region)}>{of(mine.names[mine.names.length - 1 - at])}</button></th>
                    <td>{say("rankOf", rank.rank, rank.of)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        ) : <p class="soft">{say("noStanding")}</p>}
      </Show>
      <Show what={board}>
        {([{ asOf, entries }, place]) => (
          <>
            <h2>{say("board")} · {of(place.name)}</h2>
            <p class="soft">{say("asOf", moment(asOf))} · {say("boardSoon")}</p>
            <table>
              <thead><tr><th class="n">{say("rank")}</th><th>{say("name")}</th><th class="n">{say("result")}</th><th class="n">{say("time")}</th></tr></thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.rank}><td class="n">{entry.rank}</td><td>{entry.name}</td><td class="n">{entry.score}</td><td class="n">{duration(entry.elapsedMs)}</td></tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Show>
    </>
  );
};

const standingAndMe = async (contest: string) => {
  try {
    const [standing, me] = await Promise.all([call<Standing>("GET", `/api/contests/${contest}/standing`), call<Person>("GET", "/api/me")]);
    return { standing, names: me.placeNames };
  } catch (problem) {
    if (problem instanceof Refusal && problem.status === 401) return null;
    throw problem;
  }
};
