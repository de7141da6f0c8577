import type { RankResponse } from "../contract";
import { of } from "../shell/texts";
import { say } from "./texts";

/** My rank in each place that I live in; each leads to its board. */
export const MyRanks = ({ id, ranks, at }: { id: string; ranks: RankResponse[]; at: string | undefined }) =>
  ranks.length === 0 ? null : (
    <table class="ranks">
      <caption class="soft">{say("boardSoon")}</caption>
      <tbody>
        {ranks.map((rank) => (
          <tr key={rank.region} class={rank.region === at ? "me" : ""}>
            <th scope="row">
              <a href={`#/board/${id}/${rank.region}`} aria-current={rank.region === at ? "true" : undefined}>
                {of(rank.regionName)}
              </a>
            </th>
            <td class="n">{say("rankOf", rank.rank, rank.of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
