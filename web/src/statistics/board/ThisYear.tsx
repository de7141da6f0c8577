import { count, percent } from "../../charts/scale";
import { call } from "../../shell/api";
import { Show, useLoaded } from "../../shell/load";
import { today } from "../../staff/days";
import { say } from "./texts";
import type { Metric, Series } from "./types";

const shown: Metric[] = ["peopleRegistered", "contestParticipants", "contestEntries", "trainingCompletions", "videosPublished"];

/** What a region has come to this year, at a glance. */
export const ThisYear = ({ region }: { region: string }) => {
  const year = today().slice(0, 4);
  const series = useLoaded(() => call<Series>("GET", `/api/statistics/${region}?period=year&from=${year}&to=${year}`), region);
  return (
    <Show what={series}>
      {({ series: [item] }) => (
        <section aria-label={say("thisYear", year)}>
          <p class="soft">{say("thisYear", year)}</p>
          <dl class="numbers">
            {shown.map((metric) => (
              <div key={metric}>
                <dt>{say(metric)}</dt>
                <dd>{count(item?.metrics[metric].total ?? 0)}</dd>
              </div>
            ))}
            {item?.reached && (
              <div>
                <dt>{say("reached")}</dt>
                <dd>{item.reached.people === null ? say("hidden") : say("about", count(item.reached.people))}</dd>
                {item.reached.people !== null && <dd class="remark">{say("aboutNote", percent(item.reached.standardError))}</dd>}
              </div>
            )}
          </dl>
        </section>
      )}
    </Show>
  );
};
