import { useState } from "preact/hooks";
import { call } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of, t } from "../shell/texts";
import { SelectField } from "../staff/Fields";
import { categoryName } from "./categories";
import { say } from "./texts";
import type { Content } from "./types";

/** A bank as its administrators read it, with the right answers. */
export const Questions = ({ id }: { id: string }) => {
  const content = useLoaded(() => call<Content>("GET", `/api/question-banks/${id}`), id);
  const [category, setCategory] = useState("");
  return (
    <Show what={content}>
      {(bank) => {
        const questions = bank.questions.filter((question) => !category || question.category === category);
        const counted = (pool: string) => bank.questions.filter((question) => question.pool === pool).length;
        return (
          <>
            <h1>{bank.name}</h1>
            <p class="soft">{say("summary", bank.version, counted("ranked"), counted("practice"), day(bank.importedAt))}</p>
            <p class="note">{say("readNote")}</p>
            <SelectField
              name={say("category")}
              value={category}
              onChange={setCategory}
              options={[["", say("all")], ...bank.categories.map((one) => [one, categoryName(one)] as const)]}
            />
            <p class="soft" role="status">
              {say("found", questions.length)}
            </p>
            <ol class="questions">
              {questions.map((question) => (
                <li class="card" key={question.id}>
                  <p class="soft">
                    <span class="state">{say(question.kind)}</span> <span class="state">{say(question.pool)}</span>{" "}
                    {categoryName(question.category)}
                    {!question.text.ko && ` · ${say("noKorean")}`}
                  </p>
                  <p>
                    <b>{of(question.text)}</b>
                  </p>
                  <ul class="options">
                    {question.options.map((option) => (
                      <li key={option.id} class={option.right ? "good" : ""}>
                        {option.right && (
                          <>
                            <span aria-hidden="true">✓ </span>
                            <span class="hush">{say("right")}: </span>
                          </>
                        )}
                        {of(option.text)}
                      </li>
                    ))}
                  </ul>
                  {question.explanation && <p class="soft">{say("explanation", of(question.explanation))}</p>}
                  {question.source && <p class="soft">{say("source", question.source)}</p>}
                </li>
              ))}
            </ol>
            <p class="row">
              <a class="button" href="#/banks">
                {t("back")}
              </a>
            </p>
          </>
        );
      }}
    </Show>
  );
};
