import { Bar } from "../../charts/Bar";
import { count, percent } from "../../charts/scale";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { Show, useLoaded } from "../../shell/load";
import { say } from "./texts";
import type { Coverage } from "./types";

/** How far a region is from the plan's targets. */
export const CoverageOf = ({ region }: { region: string }) => {
  const coverage = useLoaded(() => call<Coverage>("GET", `/api/statistics/coverage?region=${region}`), region);
  return (
    <Show what={coverage}>
      {({ towns, villages, literacy, targets, asOf }) => {
        const goals = [
          [say("townsStation"), towns.withStation, towns.total, targets.stations],
          [say("villagesStation"), villages.withStation, villages.total, targets.stations],
          [say("villagesPublicist"), villages.withPublicist, villages.total, targets.publicists],
          [say("villagesActive"), villages.active, villages.total, undefined],
        ] as const;
        return (
          <section class="card">
            {region.length > 2 && <h2>{say("coverage")}</h2>}
            <table class="ranked goals">
              <thead>
                <tr>
                  <th scope="col">{say("goal")}</th>
                  <th scope="col" class="n">
                    {say("reachedOf")}
                  </th>
                  <td class="barred" />
                </tr>
              </thead>
              <tbody>
                {goals.map(([name, part, whole, target]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td class="n">
                      {whole === 0 ? (
                        "—"
                      ) : (
                        <>
                          <b>{percent(part / whole)}</b>
                          <br />
                          <small class="soft">{say("outOf", count(part), count(whole))}</small>
                        </>
                      )}
                    </td>
                    <td class="barred">
                      <Bar share={whole === 0 ? 0 : part / whole} target={target} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {literacy.entries > 0 && <p class="note">{say("contestPasses", count(literacy.passed), count(literacy.entries))}</p>}
            <p class="note">{say("literacyTarget", percent(targets.literacy))}</p>
            <p class="soft">
              {say("coverageNote")} {say("asOf", moment(asOf))}
            </p>
          </section>
        );
      }}
    </Show>
  );
};
