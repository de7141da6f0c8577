import { useState } from "preact/hooks";
import { count, percent, roundPercent, short } from "../../charts/scale";
import { TileMap, type Shade } from "../../charts/TileMap";
import { call } from "../../shell/api";
import { Show, useLoaded } from "../../shell/load";
import { of, type Localised } from "../../shell/texts";
import { SelectField } from "../../staff/Fields";
import { today } from "../../staff/days";
import { regionOf } from "../../work/places";
import { say } from "./texts";
import type { Children, Coverage, Metric, Shares } from "./types";

const shares = { villagesStation: "stationShare", villagesPublicist: "publicistShare", villagesActive: "activeShare" } as const;
type Kind = keyof typeof shares | "metric";

interface County {
  code: string;
  name: Localised;
  villages: Shares;
  total: number;
}

/** How far each county is, on the tile map; and the same in a table. */
export const CountyMap = ({ metric, onPick }: { metric: Metric; onPick: (county: string) => void }) => {
  const [kind, setKind] = useState<Kind>("villagesActive");
  const counties = useLoaded(() => readCounties(metric), metric);
  const year = today().slice(0, 4);
  const name = (one: Kind) => (one === "metric" ? `${say(metric)} (${year})` : say(one));
  return (
    <section class="card">
      <h2>{say("coverage")}</h2>
      <SelectField
        name={say("show")}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        options={[...Object.keys(shares), "metric"].map((one) => [one, name(one as Kind)] as const)}
      />
      <Show what={counties}>{(there) => <Drawn counties={there} kind={kind} name={name(kind)} onPick={onPick} />}</Show>
      <p class="soft">{say("mapNote")}</p>
    </section>
  );
};

const Drawn = ({ counties, kind, name, onPick }: { counties: County[]; kind: Kind; name: string; onPick: (county: string) => void }) => {
  const most = Math.max(1, ...counties.map(({ total }) => total));
  const byCode = new Map(counties.map((county) => [county.code, county]));
  const shareOf = (county: County) => (kind === "metric" ? county.total / most : county.villages[shares[kind]]);
  const shadeOf = (code: string): Shade | undefined => {
    const county = byCode.get(code);
    // Shares on a scale of their square root: while most counties are at the beginning, it is there that they differ.
    return (
      county && {
        share: Math.sqrt(shareOf(county)),
        text: kind === "metric" ? short(county.total) : roundPercent(shareOf(county)),
        name: of(county.name),
      }
    );
  };
  return (
    <TileMap
      title={say("map", name)}
      of={shadeOf}
      onPick={onPick}
      least={say("least")}
      most={say("most")}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">{say("region")}</th>
              <th scope="col" class="n">
                {say("villagesStation")}
              </th>
              <th scope="col" class="n">
                {say("villagesPublicist")}
              </th>
              <th scope="col" class="n">
                {say("villagesActive")}
              </th>
              {kind === "metric" && (
                <th scope="col" class="n">
                  {name}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {counties.map((county) => (
              <tr key={county.code}>
                <th scope="row">
                  <a href={`#/statistics/${county.code}`}>{of(county.name)}</a>
                </th>
                {(
                  [
                    ["withStation", "stationShare"],
                    ["withPublicist", "publicistShare"],
                    ["active", "activeShare"],
                  ] as const
                ).map(([part, share]) => (
                  <td class="n" key={part}>
                    {say("outOf", county.villages[part], county.villages.total)}{" "}
                    <small class="soft">{percent(county.villages[share])}</small>
                  </td>
                ))}
                {kind === "metric" && <td class="n">{count(county.total)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
};

/** The counties come prefecture by prefecture, all at once. */
const readCounties = async (metric: Metric): Promise<County[]> => {
  const year = today().slice(0, 4);
  const parts = await Promise.all(
    (await regionOf("22")).children.map(async ({ code }) => {
      const [coverage, figures] = await Promise.all([
        call<Coverage>("GET", `/api/statistics/coverage?region=${code}`),
        call<Children>("GET", `/api/statistics/${code}/children?period=year&key=${year}`),
      ]);
      const totals = new Map(figures.children.map(({ region, metrics }) => [region, metrics[metric].total ?? 0]));
      return coverage.children.map(({ region, name, villages }) => ({ code: region, name, villages, total: totals.get(region) ?? 0 }));
    }),
  );
  return parts.flat();
};
