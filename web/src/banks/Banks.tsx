import { useState } from "preact/hooks";
import { RegionName } from "../regions/RegionChoice";
import { day } from "../shell/format";
import { For } from "../staff/For";
import { Listed, useList } from "../staff/List";
import type { Place } from "../work/places";
import { categoryName } from "./categories";
import { Import } from "./Import";
import { formats } from "./importing";
import { Questions } from "./Questions";
import { say } from "./texts";
import type { Bank } from "./types";

/** Question banks: those there are, a file for a new one, the questions of one. */
export const Banks = ({ id }: { id: string | undefined }) => (
  <For roles={["administrator"]}>{(places) => (id ? <Questions id={id} /> : <All places={places} />)}</For>
);

const All = ({ places }: { places: Place[] }) => {
  const list = useList<Bank>("/api/question-banks");
  const [next, setNext] = useState<string | null>(null);
  return (
    <>
      <h1>{say("title")}</h1>
      <Listed list={list}>
        {(items) =>
          items.map((bank) => (
            <article class="card" key={bank.id}>
              <h2>{bank.name}</h2>
              <p class="soft">
                <RegionName code={bank.region} /> · {say("summary", bank.version, bank.ranked, bank.practice, day(bank.importedAt))}
              </p>
              <p class="soft">{bank.categories.map(categoryName).join(" · ")}</p>
              <p class="row">
                <a class="button" href={`#/banks/${bank.id}`}>
                  {say("read")}
                  <span class="hush"> {bank.name}</span>
                </a>
                <button type="button" aria-expanded={next === bank.id} onClick={() => setNext(next === bank.id ? null : bank.id)}>
                  {say("next")}
                  <span class="hush"> {bank.name}</span>
                </button>
              </p>
              {next === bank.id && <Import bank={bank} places={places} onImported={list.reload} />}
            </article>
          ))
        }
      </Listed>
      <Import bank={null} places={places} onImported={list.reload} />
      <section class="card">
        <h2>{say("templates")}</h2>
        <ul class="files">
          {formats.map((format) => (
            <li key={format}>
              <a href={`/api/question-bank-template?format=${format}`} download={`question-bank.${format === "gift" ? "txt" : format}`}>
                {say("template", say(format))}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
