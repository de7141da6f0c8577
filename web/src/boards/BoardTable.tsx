import { useState } from "preact/hooks";
import type { LeaderboardEntry, RankResponse } from "../contract";
import { Empty } from "../design/Empty";
import medal from "../design/icons/medal.svg";
import type { Board } from "../shell/api";
import { duration, moment } from "../shell/format";
import { Problem, useAction } from "../shell/load";
import { of } from "../shell/texts";
import { say } from "./texts";

const step = 10;

/** The first of a place, more on demand; and my own row with those around it, where I am further down. */
export const BoardTable = ({
  board: start,
  rank,
  all,
}: {
  board: Board;
  rank: RankResponse | undefined;
  /** Fetches as many as the place has. */
  all: () => Promise<Board>;
}) => {
  const [board, know] = useState(start);
  const [shown, show] = useState(step);
  const { busy, problem, run } = useAction();
  const more = () =>
    run(async () => {
      if (board === start) know(await all());
      show(shown + 2 * step);
    });
  if (!board.entries.length) return <Empty icon={medal}>{say("nobody")}</Empty>;
  const first = board.entries.slice(0, shown);
  const around = rank && rank.rank > first[first.length - 1]!.rank ? rank.neighbours.filter((one) => one.rank > shown) : [];
  return (
    <>
      <table class="board">
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
          {first.map((entry, at) => (
            <Row key={at} entry={entry} mine={rank} region={board.region} />
          ))}
          {around.length > 0 && (
            <tr>
              <td colSpan={4} class="soft gap">
                ⋯
              </td>
            </tr>
          )}
          {around.map((entry, at) => (
            <Row key={`around ${at}`} entry={entry} mine={rank} region={board.region} />
          ))}
        </tbody>
      </table>
      <Problem of={problem} />
      {board.entries.length > shown && (
        <button type="button" class="wide" disabled={busy} onClick={more}>
          {say("more")}
        </button>
      )}
    </>
  );
};

const Row = ({ entry, mine, region }: { entry: LeaderboardEntry; mine: RankResponse | undefined; region: string }) => {
  const isMe = !!mine && mine.rank === entry.rank && mine.neighbours.some((one) => isSame(one, entry));
  // Of county, town and village: what the heading says already is not said again.
  const places = entry.placeNames.slice(region.length >= 12 ? 3 : region.length >= 9 ? 2 : region.length >= 6 ? 1 : 0);
  return (
    <tr class={isMe ? "me" : ""}>
      <td class="n">
        <span class={entry.rank <= 3 ? "place" : ""}>{entry.rank}</span>
      </td>
      <td>
        {entry.name}
        {isMe && <b> {say("you")}</b>}
        {places.length > 0 && <small>{places.map(of).join(" ")}</small>}
      </td>
      <td class="n">{entry.score}</td>
      <td class="n">{duration(entry.elapsedMs)}</td>
    </tr>
  );
};

const isSame = (one: LeaderboardEntry, other: LeaderboardEntry) => one.submittedAt === other.submittedAt && one.rank === other.rank;
