import { useState } from "preact/hooks";
import { RegionChoice } from "../regions/RegionChoice";
import { Refusal } from "../shell/api";
import { useAction } from "../shell/load";
import { Field, FormProblem, SelectField, TextField } from "../staff/Fields";
import { reason } from "../staff/reasons";
import type { Place } from "../work/places";
import { formatOf, formats, importBank, linesOf, mostBytes, type Format } from "./importing";
import { say } from "./texts";
import type { Bank, Imported, Warning } from "./types";

/** A file becomes a bank, or the next version of one; what is wrong with it is said line by line. */
export const Import = ({ bank, places, onImported }: { bank: Bank | null; places: Place[]; onImported: () => void }) => {
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<Format>("xlsx");
  const [name, setName] = useState(bank?.name ?? "");
  const [pool, setPool] = useState<"ranked" | "practice">("ranked");
  const [region, setRegion] = useState(bank?.region ?? places[0]!.code);
  const [done, setDone] = useState<{ imported: Imported; changed: boolean } | null>(null);
  const { busy, problem, run } = useAction();
  const tooLarge = file !== null && file.size > mostBytes;

  const choose = (chosen: File | null) => {
    setFile(chosen);
    setDone(null);
    if (chosen) setFormat(formatOf(chosen.name));
    if (chosen && !name) setName(chosen.name.replace(/\.[^.]*$/, ""));
  };
  const start = () =>
    run(async () => {
      setDone(null);
      setDone(await importBank(file!, { format, name: name.trim(), pool, id: bank?.id ?? "", region: bank ? "" : region }));
      onImported();
    });

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <h2>{bank ? say("importNext", bank.name) : say("importNew")}</h2>
      {bank && <p class="soft">{say("versionNote")}</p>}
      <Field name={say("file")} hint={tooLarge ? say("tooLarge") : say("fileHint")}>
        {(id, described) => (
          <input
            id={id}
            type="file"
            required
            accept=".xlsx,.csv,.txt,.gift,.json"
            onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
            {...described}
          />
        )}
      </Field>
      <div class="grid">
        <SelectField
          name={say("format")}
          value={format}
          onChange={(value) => setFormat(value as Format)}
          options={formats.map((one) => [one, say(one)] as const)}
        />
        <TextField name={say("name")} at="name" problem={problem} value={name} onChange={setName} maxLength={80} />
        <SelectField
          name={say("pool")}
          value={pool}
          onChange={(value) => setPool(value as "ranked")}
          options={[
            ["ranked", say("ranked")],
            ["practice", say("practice")],
          ]}
        />
      </div>
      {!bank && <RegionChoice roots={places} region={region} deepest={6} onChange={setRegion} />}
      <p class="soft">{say("allNote")}</p>
      <p class="row">
        <button class="main" disabled={busy || !file || tooLarge}>
          {say("start")}
        </button>
      </p>
      <Wrong problem={problem} />
      <div role="status">
        {done && (
          <p class="note">
            {done.changed
              ? say(
                  "done",
                  done.imported.name,
                  done.imported.version,
                  done.imported.questions,
                  done.imported.ranked,
                  done.imported.practice,
                )
              : say("same", done.imported.name, done.imported.version)}
          </p>
        )}
      </div>
      {done && done.imported.warnings.length > 0 && (
        <Lines title={say("warnings", done.imported.warnings.length)} lines={byLine(done.imported.warnings)} />
      )}
    </form>
  );
};

const byLine = (warnings: Warning[]) => warnings.map(({ line, reason: said }) => ({ line, reasons: [said] }));

const mostLines = 100;

const Wrong = ({ problem }: { problem: unknown }) => {
  const lines = problem instanceof Refusal ? linesOf(problem) : [];
  if (lines.length === 0) return <FormProblem of={problem} shown={["name"]} />;
  return (
    <div role="alert">
      <Lines bad title={say("errors", lines.length)} lines={lines} />
      {lines.length >= mostLines && <p class="soft">{say("moreErrors", mostLines)}</p>}
    </div>
  );
};

const Lines = ({ title, lines, bad }: { title: string; lines: { line: number; reasons: string[] }[]; bad?: boolean }) => (
  <div class={bad ? "note bad" : "note"}>
    <b>{title}</b>
    <table class="flaws">
      <thead>
        <tr>
          <th scope="col">{say("line")}</th>
          <th scope="col">{say("what")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, reasons }, at) => (
          <tr key={at}>
            <th scope="row">{say("lineN", line)}</th>
            <td>
              {reasons.map((said) => (
                <div key={said}>{reason(said)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
