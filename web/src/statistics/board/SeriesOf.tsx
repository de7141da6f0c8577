import { LineChart } from "../../charts/LineChart";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { Show, useLoaded } from "../../shell/load";
import { listed } from "../../staff/texts";
import { keysOf, shortKey, type Span } from "./spans";
import { say } from "./texts";
import type { Audience, Metric, Period, Series } from "./types";

/** A figure over time: of everybody, and of a group beside it. */
export const SeriesOf = ({
  region,
  period,
  span,
  metric,
  audience,
}: {
  region: string;
  period: Period;
  span: Span;
  metric: Metric;
  audience: Audience;
}) => {
  const keys = keysOf(span, period);
  const series = useLoaded(
    () => call<Series>("GET", `/api/statistics/${region}?period=${period}&from=${keys[0]}&to=${span.to}`),
    region,
    period,
    span.from,
    span.to,
  );
  return (
    <Show what={series}>
      {(there) => {
        if (there.series.length === 0) return <p class="empty">{say("nothing")}</p>;
        const found = new Map(there.series.map((item) => [item.key, item.metrics[metric]]));
        const valuesOf = (column: Audience) =>
          keys.map((key) => {
            const value = found.get(key);
            return value ? value[column] : 0;
          });
        const lines = (audience === "total" ? (["total"] as const) : (["total", audience] as const)).map((column) => ({
          name: say(column),
          values: valuesOf(column),
        }));
        const hides = audience !== "total" && lines[1]!.values.includes(null);
        const nothingShown = hides && lines[1]!.values.every((value) => !value);
        return (
          <>
            <LineChart
              title={say("seriesOf", say(metric), listed(lines.map(({ name }) => name)))}
              head={say("time")}
              keys={keys}
              label={period === "day" ? shortKey : String}
              lines={lines}
            />
            {nothingShown && region.length > 4 && period !== "year" ? (
              <p class="note">{say("tooFine", say(period))}</p>
            ) : (
              hides && <p class="soft">{say("hiddenNote")}</p>
            )}
            <p class="soft">{say("asOf", moment(there.asOf))}</p>
          </>
        );
      }}
    </Show>
  );
};
