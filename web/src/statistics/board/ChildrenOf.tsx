import { useState } from "preact/hooks";
import { Bar } from "../../charts/Bar";
import { count } from "../../charts/scale";
import { call } from "../../shell/api";
import { Show, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { SelectField } from "../../staff/Fields";
import { keysOf, type Span } from "./spans";
import { say } from "./texts";
import type { Audience, Children, Metric, Period } from "./types";

/** The parts of a region beside each other in one period: a bar and its number, the name leads to the part. */
export const ChildrenOf = ({
  region,
  period,
  metric,
  audience,
  span,
}: {
  region: string;
  period: Period;
  metric: Metric;
  audience: Audience;
  span: Span;
}) => {
  const keys = keysOf(span, period).reverse();
  const [wanted, want] = useState("");
  const key = keys.includes(wanted) ? wanted : keys[0]!;
  const children = useLoaded(() => call<Children>("GET", `/api/statistics/${region}/children?period=${period}&key=${key}`), region, key);
  return (
    <section class="card">
      <h2>{say("children", audience === "total" ? say(metric) : say("ofAudience", say(metric), say(audience)))}</h2>
      <SelectField name={say("when")} value={key} onChange={want} options={keys.map((one) => [one, one] as const)} />
      <Show what={children}>{(there) => <Table there={there} metric={metric} audience={audience} />}</Show>
    </section>
  );
};

const Table = ({ there, metric, audience }: { there: Children; metric: Metric; audience: Audience }) => {
  const rows = there.children.map(({ region, name, metrics }) => ({ region, name, value: metrics[metric][audience] }));
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const ordered = [...rows].sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const sum = there.sum[metric][audience];
  return (
    <>
      <table class="ranked">
        <thead>
          <tr>
            <th scope="col">{say("region")}</th>
            <th scope="col" class="n">
              {say("value")}
            </th>
            <td class="barred" />
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ region, name, value }) => (
            <tr key={region}>
              <th scope="row">
                <a href={`#/statistics/${region}`}>{of(name)}</a>
              </th>
              <td class="n">{value === null ? <span class="soft">{say("hidden")}</span> : count(value)}</td>
              <td class="barred">
                <Bar share={(value ?? 0) / most} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say("sum")}</th>
            <td class="n">
              <b>{sum === null ? say("hidden") : count(sum)}</b>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      {rows.some(({ value }) => value === null) && <p class="soft">{say("hiddenNote")}</p>}
    </>
  );
};
