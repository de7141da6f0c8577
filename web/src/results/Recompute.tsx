import { useState } from "preact/hooks";
import type { ContestResultsResponse } from "../contract";
import { call } from "../shell/api";
import { moment } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { Field } from "../staff/Fields";
import { recompute, type Finding, type Recomputed } from "./checking";
import { lotOf } from "./drawing";
import { say } from "./texts";

/** Recomputes the whole draw from the published files, on the reader's own device, and says whether it agrees. */
export const Recompute = ({ id }: { id: string }) => {
  const loaded = useLoaded(async () => {
    const results = await call<ContestResultsResponse>("GET", `/api/contests/${id}/results`);
    return { results, list: results.lots && new Uint8Array(await (await fetch(`/api/contests/${id}/lots`)).arrayBuffer()) };
  }, id);
  return (
    <>
      <h1>{say("checkTitle")}</h1>
      <p>{say("checkWhy")}</p>
      <Show what={loaded}>
        {({ results, list }) =>
          results.lots && results.draw && list ? (
            <Checked id={id} results={results} published={list} />
          ) : (
            <p class="note">{say(results.state === "open" ? "soon" : "noDraw")}</p>
          )
        }
      </Show>
    </>
  );
};

const Checked = ({ id, results, published }: { id: string; results: ContestResultsResponse; published: Uint8Array }) => {
  const [list, use] = useState(published);
  const found = recompute(results, list);
  return (
    <>
      <dl>
        <dt>{say("sha")}</dt>
        <dd>
          <code class="long">{results.lots!.sha256}</code>
        </dd>
        {results.draw!.value && (
          <>
            <dt>{say("value", "")}</dt>
            <dd>
              {results.draw!.source} {results.draw!.issue}: <b>{results.draw!.value}</b>
            </dd>
            <dt>{say("seed")}</dt>
            <dd>
              <code class="long">{results.draw!.seed}</code>
            </dd>
          </>
        )}
      </dl>
      <ul class="plain" aria-live="polite">
        {found.findings.map((finding) => (
          <Said key={finding.says} {...finding} results={results} count={found.winners} />
        ))}
      </ul>
      {results.draw!.value ? (
        <p class={`note ${found.agrees ? "good" : "bad"}`} role="status">
          <b>{say(found.agrees ? "agrees" : "agreesNot")}</b>
        </p>
      ) : (
        <p class="note" role="status">
          {say("notYet")}
        </p>
      )}
      <p class="row">
        <a class="button" href={`/api/contests/${id}/lots`} download={`lots-${id}.txt`}>
          {say("download")}
        </a>
      </p>
      <Field name={say("ownFile")}>
        {(field) => (
          <input
            id={field}
            type="file"
            accept=".txt,text/plain"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void readFile(file).then(use);
            }}
          />
        )}
      </Field>
      <FindMine id={id} found={found} />
      {found.order.length > 0 && (
        <details>
          <summary>{say("all")}</summary>
          <ol>
            {found.order.map((lot) => (
              <li key={lot}>
                <code>{lot}</code>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
};

// Blob.arrayBuffer is younger than the browsers of farmers.
const readFile = (file: File) =>
  new Promise<Uint8Array>((there, lost) => {
    const reader = new FileReader();
    reader.onload = () => there(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => lost(reader.error);
    reader.readAsArrayBuffer(file);
  });

const Said = ({ says, holds, results, count }: Finding & { results: ContestResultsResponse; count: number }) => (
  <li class={holds ? "good" : "bad"}>
    {holds ? "✓ " : "✗ "}
    {says === "before"
      ? holds
        ? say("before", moment(results.frozenAt!), moment(results.draw!.drawnAt))
        : say("beforeBad")
      : holds
        ? say(`${says}Ok`, count)
        : say(`${says}Bad`)}
  </li>
);

const FindMine = ({ id, found }: { id: string; found: Recomputed }) => {
  const [receipt, write] = useState("");
  const typed = receipt.trim().toUpperCase();
  const lot = typed.length === 16 ? lotOf(id, typed) : "";
  const at = found.order.indexOf(lot) + 1;
  return (
    <>
      <Field name={say("receipt")} hint={say("receiptHint")}>
        {(field, described) => (
          <input id={field} value={receipt} maxLength={20} onInput={(event) => write(event.currentTarget.value)} {...described} />
        )}
      </Field>
      {lot && (
        <p class="note" role="status">
          {found.lots.indexOf(lot) < 0
            ? say("isNotThere")
            : say("mineIs", lot, at ? say("isDrawn", at) : say(found.order.length ? "isNotDrawn" : "notYet"))}
        </p>
      )}
    </>
  );
};
