import type { AttemptSummary as Summary } from "../contract";
import { call, type Board, type Contest, type Person, type Region, type Standing } from "../shell/api";
import { duration, moment } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { signedIn } from "../shell/session";
import { of, type Localised } from "../shell/texts";
import { say } from "./texts";

interface Mine {
  standing: Standing;
  places: Localised[];
  attempts: Summary[];
}

/** How I stand, and the first of any place. */
export const Boards = ({ id, region }: { id: string; region: string | undefined }) => {
  const mine = useLoaded(() => (signedIn() ? loadMine(id) : Promise.resolve(null)), id);
  const board = useLoaded(() => loadBoard(id, region), id, region);
  return (
    <>
      <h1>{say("standing")}</h1>
      <Show what={mine}>
        {(there) => (there?.attempts.length ? <MyStanding id={id} mine={there} /> : <p class="soft">{say("noStanding")}</p>)}
      </Show>
      <Show what={board}>{(there) => <PlaceBoard id={id} {...there} />}</Show>
    </>
  );
};

const MyStanding = ({ id, mine: { standing, places, attempts } }: { id: string; mine: Mine }) => (
  <>
    {standing.best && (
      <p>
        <b>{say("best", standing.best.score, duration(standing.best.elapsedMs))}</b> ·{" "}
        {say("points", standing.points, standing.drawChances)}
      </p>
    )}
    {standing.ranks.length > 0 && (
      <table>
        <caption class="soft">{say("boardSoon")}</caption>
        <tbody>
          {standing.ranks.map((rank, at) => (
            <tr key={rank.region}>
              <th scope="row">
                <a href={`#/board/${id}/${rank.region}`}>{of(places[at])}</a>
              </th>
              <td class="n">{say("rankOf", rank.rank, rank.of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <h2>{say("mine")}</h2>
    <ul class="plain">
      {attempts.map((attempt) => (
        <li key={attempt.attempt}>
          {attempt.state === "submitted" ? (
            <a href={`#/result/${id}/${attempt.attempt}`}>
              {moment(attempt.startedAt)} · {say("score", attempt.score!, attempt.outOf)}
              {attempt.ranked ? "" : ` · ${say("unranked")}`}
            </a>
          ) : attempt.state === "open" ? (
            <a href={`#/attempt/${id}`}>
              {moment(attempt.startedAt)} · {say("resume")}
            </a>
          ) : (
            <>
              {moment(attempt.startedAt)} · {say("lapsed")}
            </>
          )}
        </li>
      ))}
    </ul>
  </>
);

const PlaceBoard = ({ id, contest, place, board }: { id: string; contest: Contest; place: Region; board: Board }) => (
  <>
    <h2>
      {say("board")} · {of(place.name)}
    </h2>
    {board.entries.length === 0 ? (
      <p>{say("nobody")}</p>
    ) : (
      <table>
        <caption class="soft">{say("asOf", moment(board.asOf))}</caption>
        <thead>
          <tr>
            <th class="n">{say("rank")}</th>
            <th>{say("name")}</th>
            <th class="n">{say("result")}</th>
            <th class="n">{say("time")}</th>
          </tr>
        </thead>
        <tbody>
          {board.entries.map((entry) => (
            <tr key={entry.rank}>
              <td class="n">{entry.rank}</td>
              <td>{entry.name}</td>
              <td class="n">{entry.score}</td>
              <td class="n">{duration(entry.elapsedMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <details>
      <summary>{say("places")}</summary>
      <div class="pick">
        {place.code !== contest.region && place.parent && (
          <a class="button" href={`#/board/${id}/${place.parent}`}>
            {say("wider")}
          </a>
        )}
        {place.children.map(({ code, name }) => (
          <a key={code} class="button" href={`#/board/${id}/${code}`}>
            {of(name)}
          </a>
        ))}
      </div>
    </details>
  </>
);

const loadBoard = async (id: string, region: string | undefined) => {
  const contest = await call<Contest>("GET", `/api/contests/${id}`);
  const wanted = region ?? contest.region;
  const [board, place] = await Promise.all([
    call<Board>("GET", `/api/contests/${id}/leaderboard?region=${wanted}&limit=20`),
    call<Region>("GET", `/api/regions/${wanted}`),
  ]);
  return { contest, place, board };
};

const loadMine = async (id: string): Promise<Mine> => {
  const [standing, { items }, me] = await Promise.all([
    call<Standing>("GET", `/api/contests/${id}/standing`),
    call<{ items: Summary[] }>("GET", `/api/contests/${id}/attempts?limit=100`),
    call<Person>("GET", "/api/me"),
  ]);
  return { standing, places: await placesOf(standing, me), attempts: items.reverse() };
};

/** A contest goes by where somebody lived at their first attempt in it, which may be elsewhere than now. */
const placesOf = async ({ ranks }: Standing, me: Person) =>
  !ranks.length || ranks[0]!.region === me.village
    ? [...me.placeNames].reverse()
    : Promise.all(ranks.map(async ({ region }) => (await call<Region>("GET", `/api/regions/${region}`)).name));
