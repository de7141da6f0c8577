import { useState } from "preact/hooks";
import { RegionChoice } from "../../regions/RegionChoice";
import { has, roles } from "../../shell/session";
import { Choice, SelectField } from "../../staff/Fields";
import type { Place } from "../../work/places";
import { ChildrenOf } from "./ChildrenOf";
import { CoverageOf } from "./CoverageOf";
import { Download } from "./Download";
import { CountyMap } from "./CountyMap";
import { SeriesOf } from "./SeriesOf";
import { SpanFields } from "./SpanFields";
import { usualSpan, type Span } from "./spans";
import { say } from "./texts";
import { ThisYear } from "./ThisYear";
import { audiences, metrics, periods, type Audience, type Metric, type Period } from "./types";

const province: Place = { code: "22", name: { zh: "吉林省", ko: "길림성" } };

/** What is looked at stays when one goes from a region to its parts. */
let kept: { period: Period; metric: Metric; audience: Audience; span: Span } = {
  period: "month",
  metric: "contestEntries",
  audience: "total",
  span: usualSpan("month"),
};

const mayMend = () => has("administrator") && roles().some(({ role, region }) => role === "administrator" && region === province.code);

export const Board = ({ region = "22" }: { region?: string }) => {
  const [chosen, choose] = useState(kept);
  const { period, metric, audience, span } = chosen;
  const change = (part: Partial<typeof kept>) => {
    kept = { ...chosen, ...part };
    choose(kept);
  };
  const go = (code: string) => {
    location.hash = `#/statistics/${code}`;
  };

  return (
    <div class="desk">
      <h1>{say("title")}</h1>
      <RegionChoice roots={[province]} region={region} onChange={go} />
      <ThisYear region={region} />
      <section class="card">
        <Choice
          name={say("period")}
          value={period}
          onChange={(value) => value !== period && change({ period: value, span: usualSpan(value) })}
          options={periods.map((one) => [one, say(one)] as const)}
        />
        <div class="grid">
          <SelectField
            name={say("metric")}
            value={metric}
            onChange={(value) => change({ metric: value as Metric })}
            options={metrics.map((one) => [one, say(one)] as const)}
          />
          <SelectField
            name={say("audience")}
            value={audience}
            onChange={(value) => change({ audience: value as Audience })}
            options={audiences.map((one) => [one, say(one)] as const)}
          />
          <SpanFields period={period} span={span} onChange={(value) => change({ span: value })} />
        </div>
        <SeriesOf region={region} period={period} span={span} metric={metric} audience={audience} />
      </section>
      {region.length < 12 && <ChildrenOf region={region} period={period} metric={metric} audience={audience} span={span} />}
      {region.length === 2 && <CountyMap metric={metric} onPick={go} />}
      <CoverageOf region={region} />
      <Download region={region} />
      {mayMend() && (
        <p class="row">
          <a class="button" href="#/statistics/upkeep">
            {say("upkeep")}
          </a>
        </p>
      )}
    </div>
  );
};
