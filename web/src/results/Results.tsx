import { useState } from "preact/hooks";
import type { ContestResultsResponse, ObjectionResponse, WinnerResponse } from "../contract";
import { call, type Contest, type Standing } from "../shell/api";
import { duration, moment } from "../shell/format";
import { Problem, Show, useAction, useLoaded } from "../shell/load";
import { signedIn } from "../shell/session";
import { of } from "../shell/texts";
import { TextField } from "../staff/Fields";
import { say } from "./texts";

interface Mine {
  lots: string[];
  objections: ObjectionResponse[];
}

/** How a contest ended: its state, my lots, the winners, the first hundred. */
export const Results = ({ id }: { id: string }) => {
  const loaded = useLoaded(
    () =>
      Promise.all([
        call<Contest>("GET", `/api/contests/${id}`),
        call<ContestResultsResponse>("GET", `/api/contests/${id}/results`),
        signedIn() ? loadMine(id) : Promise.resolve(null),
      ]),
    id,
  );
  return (
    <Show what={loaded}>
      {([contest, results, mine]) => (
        <>
          <h1>{say("results")}</h1>
          <p>
            <b>{of(contest.title)}</b> <span class="chip">{say(results.state)}</span>
          </p>
          {results.state === "open" ? <p>{say("soon")}</p> : <Ended id={id} results={results} mine={mine} />}
        </>
      )}
    </Show>
  );
};

const loadMine = async (id: string): Promise<Mine> => {
  const [standing, objections] = await Promise.all([
    call<Standing>("GET", `/api/contests/${id}/standing`),
    call<{ items: ObjectionResponse[] }>("GET", `/api/contests/${id}/objections`),
  ]);
  return { lots: standing.lots ?? [], objections: objections.items };
};

const Ended = ({ id, results, mine }: { id: string; results: ContestResultsResponse; mine: Mine | null }) => {
  const { draw } = results;
  return (
    <>
      <p class="soft">
        {say("participants", results.participants)}
        {results.state === "public" && ` · ${say("publicUntil", moment(results.publicUntil!))}`}
      </p>
      {draw && (
        <div class="card">
          <p>{say("drawAt", draw.source, draw.issue, moment(draw.drawnAt))}</p>
          {draw.value && <p>{say("value", draw.value)}</p>}
          <p>{say("lots", results.lots!.count)}</p>
          <a class="button" href={`#/draw/${id}`}>
            {say("check")}
          </a>
        </div>
      )}
      {mine && <MyLots lots={mine.lots} winners={results.winners} />}
      <h2>{say("winners")}</h2>
      <WinnerTable name={say("byRank")} winners={results.winners.filter(({ by }) => by === "rank")} />
      {draw && <WinnerTable name={say("byDraw")} winners={results.winners.filter(({ by }) => by === "draw")} />}
      {results.disqualified.length > 0 && (
        <>
          <h2>{say("outs")}</h2>
          <ul>
            {results.disqualified.map(({ rank, lot, reason }) => (
              <li key={`${rank}${lot}`}>
                {rank ?? lot}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {mine && (results.state === "drawn" || results.state === "public") && <ObjectionForm id={id} before={mine.objections} />}
      <Ranking ranking={results.ranking} />
    </>
  );
};

const MyLots = ({ lots, winners }: { lots: string[]; winners: WinnerResponse[] }) => (
  <section>
    <h2>{say("myLots")}</h2>
    {lots.length ? (
      <ul>
        {lots.map((lot) => (
          <li key={lot}>
            <code>{lot}</code> {winners.some((winner) => winner.lot === lot) && <b class="good">{say("lotWon")}</b>}
          </li>
        ))}
      </ul>
    ) : (
      <p class="soft">{say("noLots")}</p>
    )}
    <a class="button" href="#/my-prizes">
      {say("myPrizes")}
    </a>
  </section>
);

const WinnerTable = ({ name, winners }: { name: string; winners: WinnerResponse[] }) =>
  winners.length === 0 ? (
    <p class="soft">
      {name}: {say("noWinners")}
    </p>
  ) : (
    <table>
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{say(winners[0]!.by === "rank" ? "place" : "order")}</th>
          <th scope="col">{say("prize")}</th>
          <th scope="col">{say("name")}</th>
          <th scope="col">{say("region")}</th>
          <th scope="col">{say("state")}</th>
        </tr>
      </thead>
      <tbody>
        {winners.map((winner) => (
          <tr key={winner.place}>
            <td class="n">{winner.place}</td>
            <td>{of(winner.prize)}</td>
            <td>{winner.name || "—"}</td>
            <td>{winner.placeNames.slice(0, 2).map(of).join(" ")}</td>
            <td>{say(winner.state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const ObjectionForm = ({ id, before }: { id: string; before: ObjectionResponse[] }) => {
  const [objections, set] = useState(before);
  const [text, write] = useState("");
  const { busy, problem, run } = useAction();
  const send = () =>
    run(async () => {
      const objection = await call<ObjectionResponse>("POST", `/api/contests/${id}/objections`, { text });
      set([...objections.filter((other) => other.id !== objection.id), objection]);
      write("");
    });
  return (
    <section>
      <h2>{say("object")}</h2>
      {objections.length > 0 && (
        <ul aria-label={say("objections")}>
          {objections.map((objection) => (
            <li key={objection.id}>
              {objection.text}
              <p class="soft">{objection.answer ? say("answered", objection.answer) : say("noAnswer")}</p>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField long required name={say("objection")} problem={problem} at="text" value={text} onChange={write} maxLength={1000} />
        <Problem of={problem} />
        <button class="main" disabled={busy}>
          {say("send")}
        </button>
      </form>
    </section>
  );
};

const Ranking = ({ ranking }: { ranking: ContestResultsResponse["ranking"] }) => (
  <table>
    <caption>{say("ranking")}</caption>
    <thead>
      <tr>
        <th scope="col">{say("place")}</th>
        <th scope="col">{say("name")}</th>
        <th scope="col">{say("region")}</th>
        <th scope="col">{say("score")}</th>
        <th scope="col">{say("time")}</th>
      </tr>
    </thead>
    <tbody>
      {ranking.map((entry) => (
        <tr key={entry.rank}>
          <td class="n">{entry.rank}</td>
          <td>{entry.name || "—"}</td>
          <td>{entry.placeNames.slice(0, 2).map(of).join(" ")}</td>
          <td class="n">{entry.score}</td>
          <td class="n">{duration(entry.elapsedMs)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
