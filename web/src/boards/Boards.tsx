import type { AttemptSummary as Summary } from "../contract";
import book from "../design/icons/book-open.svg";
import { ListLink } from "../design/ListLink";
import { call, type Board, type Contest, type Region, type Standing } from "../shell/api";
import { duration, moment } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { signedIn } from "../shell/session";
import { of } from "../shell/texts";
import { BoardTable } from "./BoardTable";
import { MyRanks } from "./MyRanks";
import { Places } from "./Places";
import { say } from "./texts";

interface Mine {
  standing: Standing;
  attempts: Summary[];
}

/** How I stand, and the first of any place. */
export const Boards = ({ id, region }: { id: string; region: string | undefined }) => {
  const mine = useLoaded(() => (signedIn() ? loadMine(id) : Promise.resolve(null)), id);
  const standing = mine.state === "there" && mine.value ? mine.value.standing : null;
  const near = region ?? standing?.ranks[0]?.region; // one's own village first
  const board = useLoaded(() => (mine.state === "loading" ? new Promise<never>(() => {}) : loadBoard(id, near)), id, near, mine.state);
  return (
    <>
      <h1>{say("standing")}</h1>
      <div class="split turned">
        <div>
          <Show what={mine}>
            {(there) => (there?.attempts.length ? <MyStanding id={id} mine={there} at={near} /> : <NotYet id={id} />)}
          </Show>
        </div>
        <div>
          <Show what={board}>
            {({ contest, place, board: there }) => (
              <>
                <h2>
                  {say("board")} · {of(place.name)}
                </h2>
                <BoardTable
                  key={place.code}
                  board={there}
                  all={() => boardOf(id, place.code, 100)}
                  rank={standing?.ranks.find((rank) => rank.region === place.code)}
                />
                <Places id={id} contest={contest} place={place} />
              </>
            )}
          </Show>
        </div>
      </div>
    </>
  );
};

const NotYet = ({ id }: { id: string }) => (
  <div class="card">
    <p>{say("noStanding")}</p>
    <a class="button main" href={`#/contest/${id}`}>
      {say("goThere")}
    </a>
  </div>
);

const MyStanding = ({ id, mine: { standing, attempts }, at }: { id: string; mine: Mine; at: string | undefined }) => (
  <>
    {standing.best && (
      <p>
        <b>{say("best", standing.best.score, duration(standing.best.elapsedMs))}</b>
        <br />
        {say("points", standing.points, standing.drawChances)}
      </p>
    )}
    <MyRanks id={id} ranks={standing.ranks} at={at} />
    <h2>{say("mine")}</h2>
    <ul class="list">
      {attempts.map((attempt) => (
        <Attempt key={attempt.attempt} contest={id} attempt={attempt} />
      ))}
    </ul>
  </>
);

const Attempt = ({ contest, attempt }: { contest: string; attempt: Summary }) =>
  attempt.state === "submitted" ? (
    <ListLink
      href={`#/result/${contest}/${attempt.attempt}`}
      icon={book}
      note={`${moment(attempt.startedAt)}${attempt.ranked ? "" : ` · ${say("unranked")}`}`}
    >
      {say("score", attempt.score!, attempt.outOf)}
    </ListLink>
  ) : attempt.state === "open" ? (
    <ListLink href={`#/attempt/${contest}`} icon={book} note={moment(attempt.startedAt)}>
      {say("resume")}
    </ListLink>
  ) : (
    <li class="item">
      {say("lapsed")} <small>{moment(attempt.startedAt)}</small>
    </li>
  );

const loadBoard = async (id: string, region: string | undefined) => {
  const contest = await call<Contest>("GET", `/api/contests/${id}`);
  const wanted = region ?? contest.region;
  const [board, place] = await Promise.all([
    boardOf(id, wanted, 11), // one more than is shown at once: whether there are more
    call<Region>("GET", `/api/regions/${wanted}`),
  ]);
  return { contest, place, board };
};

const boardOf = (id: string, region: string, limit: number) =>
  call<Board>("GET", `/api/contests/${id}/leaderboard?region=${region}&limit=${limit}`);

const loadMine = async (id: string): Promise<Mine> => {
  const [standing, { items }] = await Promise.all([
    call<Standing>("GET", `/api/contests/${id}/standing`),
    call<{ items: Summary[] }>("GET", `/api/contests/${id}/attempts?limit=100`),
  ]);
  return { standing, attempts: items.reverse() };
};
