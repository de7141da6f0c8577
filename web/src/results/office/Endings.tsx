import type { ContestResultsResponse } from "../../contract";
import type { Contest } from "../../shell/api";
import { Show, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { For } from "../../staff/For";
import { Listed, useList } from "../../staff/List";
import { fresh } from "../../work/fresh";
import { say as state } from "../texts";
import { EnterDraw } from "./EnterDraw";
import { Freeze } from "./Freeze";
import { Objections } from "./Objections";
import { say } from "./texts";

/** The ends of contests: freeze, draw, objections. */
export const Endings = ({ id }: { id: string | undefined }) => (
  <For roles={["administrator"]}>{() => (id ? <One id={id} /> : <All />)}</For>
);

const All = () => {
  const list = useList<Contest>("/api/contests?state=closed");
  return (
    <>
      <h1>{say("title")}</h1>
      <Listed list={list} empty={say("none")}>
        {(items) => (
          <ul>
            {items.map((contest) => (
              <li key={contest.id}>
                <a href={`#/endings/${contest.id}`}>{of(contest.title)}</a>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </>
  );
};

const One = ({ id }: { id: string }) => {
  const loaded = useLoaded(
    () => Promise.all([fresh<Contest>(`/api/contests/${id}`), fresh<ContestResultsResponse>(`/api/contests/${id}/results`)]),
    id,
  );
  return (
    <Show what={loaded}>
      {([contest, results]) => (
        <>
          <h1>{of(contest.title)}</h1>
          <p>
            <span class="chip">{state(results.state)}</span> <a href={`#/results/${id}`}>{say("see")}</a>
          </p>
          {results.state === "open" && <Freeze contest={contest} />}
          {results.state === "frozen" && results.draw && <EnterDraw id={id} draw={results.draw} />}
          {results.state !== "open" && <Objections id={id} />}
        </>
      )}
    </Show>
  );
};
