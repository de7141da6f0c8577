import { useState } from "preact/hooks";
import { day, moment } from "../../shell/format";
import { Show, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { PlaceSelect } from "../../work/PlaceSelect";
import { MonthChart } from "./MonthChart";
import { columns, metrics, reportOf, type Report } from "./report";
import { say } from "./texts";

const shown = 8; // trainings: the report is one page

export const ReportPage = ({ region }: { region?: string }) =>
  region ? (
    <Yearly region={region} />
  ) : (
    <div class="card">
      <h1>{say("choose")}</h1>
      <PlaceSelect
        village={null}
        of={["official", "reviewer", "jury", "administrator"]}
        onPick={(village) => {
          location.hash = `#/report/${village}`;
        }}
      />
    </div>
  );

const Yearly = ({ region }: { region: string }) => {
  const now = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const [year, setYear] = useState(now);
  const report = useLoaded(() => reportOf(region, year), region, year);
  return (
    <>
      <div class="row no-print">
        <label for="year">{say("year")}</label>
        <select id="year" value={year} onChange={(event) => setYear(Number(event.currentTarget.value))}>
          {[0, 1, 2, 3, 4].map((ago) => (
            <option key={ago} value={now - ago}>
              {now - ago}
            </option>
          ))}
        </select>
        <button type="button" class="main" onClick={() => print()}>
          {say("print")}
        </button>
        <a class="button" href="#/report">
          {say("other")}
        </a>
      </div>
      <Show what={report}>{(one) => <Sheet report={one} />}</Show>
    </>
  );
};

const Sheet = ({ report: { year, path, asOf, figures, coverage, months, trainings, moreTrainings } }: { report: Report }) => (
  <article class="report">
    <h1>{say("title", of(path[path.length - 1]), year)}</h1>
    <p class="soft">
      {path.slice(0, -1).map(of).join(" ")} · {say("asOf", moment(asOf))}
    </p>
    <h2>{say("base")}</h2>
    <p>
      {(["station", "publicist", "active"] as const)
        .map((what, at) => `${say(what)}：${say([coverage.withStation, coverage.withPublicist, coverage.active][at] ? "yes" : "no")}`)
        .join("　")}
    </p>
    <h2>{say("figures")}</h2>
    <div class="wide" tabIndex={0} role="group" aria-label={say("figures")}>
      <table class="small">
        <thead>
          <tr>
            <th scope="col">{say("metric")}</th>
            {columns.map((column) => (
              <th scope="col" class="n" key={column}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric}>
              <th scope="row">{say(metric)}</th>
              {columns.map((column) => (
                <td class="n" key={column}>
                  {figures ? (figures[metric]?.[column] ?? "—") : 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p class="soft">{say("hidden")}</p>
    <h2>{say("months")}</h2>
    <MonthChart months={months} />
    <h2>{say("trainings", moreTrainings ? `${trainings.length}+` : trainings.length)}</h2>
    {trainings.length === 0 && <p>{say("none")}</p>}
    <ul>
      {trainings.slice(0, shown).map(({ id, title, startsAt, confirmed }) => (
        <li key={id}>{say("trainingLine", day(startsAt), of(title), confirmed)}</li>
      ))}
    </ul>
    {trainings.length > shown && <p>{say("more", trainings.length - shown)}</p>}
    <p class="signed">
      <span>{say("made")}</span>
      <span>{say("checked")}</span>
      <span>{say("sealed")}</span>
    </p>
  </article>
);
