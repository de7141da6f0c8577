import { useEffect, useState } from "preact/hooks";
import type { HealthResponse, RebuildResponse, ReconciliationReport, ReconciliationResponse } from "../../contract";
import { count, percent } from "../../charts/scale";
import { RegionName } from "../../regions/RegionChoice";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { Problem, Show, useAction, useLoaded } from "../../shell/load";
import { t } from "../../shell/texts";
import { For } from "../../staff/For";
import { Surely } from "../../work/Staff";
import { say } from "./texts";
import type { Audience } from "./types";

/** Whether the figures are those of the records, and putting them right. */
export const Upkeep = () => (
  <For roles={["administrator"]}>
    {() => (
      <>
        <h1>{say("upkeep")}</h1>
        <HealthOf />
        <Reconciliation />
        <Rebuilding />
        <p class="row">
          <a class="button" href="#/statistics">
            {t("back")}
          </a>
        </p>
      </>
    )}
  </For>
);

const HealthOf = () => {
  const health = useLoaded(() => call<HealthResponse>("GET", "/api/health"));
  return (
    <section class="card">
      <h2>{say("health")}</h2>
      {health.state === "failed" ? (
        <p class="bad" role="status">
          <b>✗ {say("unknown")}</b>
        </p>
      ) : (
        <Show what={health}>
          {({ version, storage }) => (
            <dl class="pairs">
              {(["tables", "blobs"] as const).map((part) => (
                <div key={part}>
                  <dt>{say(part)}</dt>
                  <dd class={storage[part] === "ok" ? "good" : "bad"}>
                    {storage[part] === "ok" ? "✓" : "✗"} {say(storage[part] as "ok" | "unavailable")}
                  </dd>
                </div>
              ))}
              <div>
                <dt>{say("version")}</dt>
                <dd class="code">{version}</dd>
              </div>
            </dl>
          )}
        </Show>
      )}
    </section>
  );
};

const Reconciliation = () => {
  const report = useLoaded(async () => (await call<ReconciliationResponse>("GET", "/api/statistics/reconciliation")).last);
  return (
    <section class="card">
      <h2>{say("reconciliation")}</h2>
      <p class="soft">{say("reconciliationNote")}</p>
      <Show what={report}>
        {(last) =>
          !last ? (
            <p class="empty">{say("notYet")}</p>
          ) : (
            <>
              <p>{say("audited", moment(last.at), last.counties, last.since, count(last.rows))}</p>
              <p class={last.found ? "bad" : "good"}>
                <b>{last.found ? `✗ ${say("differs", count(last.found))}` : `✓ ${say("agrees")}`}</b>
              </p>
              {last.unsettled > 0 && <p class="soft">{say("unsettled", last.unsettled)}</p>}
              {last.failed.length > 0 && (
                <p class="bad">
                  {say("failed", "")}
                  {last.failed.map((code) => (
                    <span key={code}>
                      {" "}
                      <RegionName code={code} />
                      {";"}
                    </span>
                  ))}
                </p>
              )}
              {last.differences.length > 0 && <Differences report={last} />}
            </>
          )
        }
      </Show>
    </section>
  );
};

const Differences = ({ report: { differences, found } }: { report: ReconciliationReport }) => (
  <div class="scroll" tabIndex={0} role="group" aria-label={say("reconciliation")}>
    {found > differences.length && <p class="soft">{say("firstOf", differences.length)}</p>}
    <table>
      <thead>
        <tr>
          <th scope="col">{say("region")}</th>
          <th scope="col">{say("when")}</th>
          <th scope="col">{say("metric")}</th>
          <th scope="col">{say("audience")}</th>
          <th scope="col" class="n">
            {say("recounted")}
          </th>
          <th scope="col" class="n">
            {say("stored")}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one, at) => (
          <tr key={at}>
            <th scope="row">
              <RegionName code={one.village} />
            </th>
            <td>{one.day}</td>
            <td>{say(one.metric)}</td>
            <td>{say(columnOf(one.column))}</td>
            <td class="n">{count(one.recounted)}</td>
            <td class="n">{count(one.stored)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const columnOf = (column: string): Audience => (column === "none" ? "total" : (column as Audience));

const pause = 5000; // ms between looks: a county takes seconds

const Rebuilding = () => {
  const [rebuild, setRebuild] = useState<RebuildResponse | null>(null);
  const { busy, problem, run } = useAction();
  const look = () => run(async () => setRebuild(await call<RebuildResponse>("GET", "/api/statistics/rebuild")));
  const start = () => run(async () => setRebuild(await call<RebuildResponse>("POST", "/api/statistics/rebuild")));
  const underWay = rebuild !== null && rebuild.requestedAt !== null && rebuild.finishedAt === null;
  useEffect(() => {
    void look();
  }, []);
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => void look(), pause);
    return () => clearInterval(timer);
  }, [underWay]);
  return (
    <section class="card">
      <h2>{say("rebuild")}</h2>
      <p class="soft">{say("rebuildNote")}</p>
      <div role="status">
        {rebuild &&
          (!rebuild.requestedAt ? (
            <p>{say("neverRebuilt")}</p>
          ) : (
            <>
              <p>{say("running", moment(rebuild.requestedAt), rebuild.done, rebuild.counties)}</p>
              {rebuild.finishedAt && (
                <p class="good">
                  <b>✓ {say("finished", moment(rebuild.finishedAt), count(rebuild.rows), count(rebuild.mended))}</b>
                </p>
              )}
              {rebuild.unsettled > 0 && <p class="soft">{say("unsettled", rebuild.unsettled)}</p>}
            </>
          ))}
      </div>
      {underWay && (
        <>
          <progress aria-label={say("progress")} max={rebuild.counties} value={rebuild.done} /> {percent(rebuild.done / rebuild.counties)}
        </>
      )}
      <Problem of={problem} />
      {rebuild && !underWay && (
        <p class="row">
          <Surely name={say("rebuild")} busy={busy} onYes={start} />
        </p>
      )}
    </section>
  );
};
