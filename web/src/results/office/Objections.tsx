import { useState } from "preact/hooks";
import type { ObjectionResponse } from "../../contract";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { useAction } from "../../shell/load";
import { FormProblem, TextField } from "../../staff/Fields";
import { Listed, useList } from "../../staff/List";
import { say } from "./texts";

/** Everybody's objections; each gets an answer before the results are final. */
export const Objections = ({ id }: { id: string }) => {
  const list = useList<ObjectionResponse>(`/api/contests/${id}/objections`);
  return (
    <section>
      <h2>{say("objections")}</h2>
      <Listed list={list} empty={say("noObjections")}>
        {(items) => items.map((objection) => <One key={objection.id} contest={id} before={objection} />)}
      </Listed>
    </section>
  );
};

const One = ({ contest, before }: { contest: string; before: ObjectionResponse }) => {
  const [objection, set] = useState(before);
  const [text, write] = useState("");
  const { busy, problem, run } = useAction();
  return (
    <article class="card">
      <p class="soft">{moment(objection.at)}</p>
      <p class="lines">{objection.text}</p>
      {objection.answer ? (
        <p>
          {say("answer")}: {objection.answer}
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run(async () =>
              set(await call<ObjectionResponse>("POST", `/api/contests/${contest}/objections/${objection.id}/answer`, { text })),
            );
          }}
        >
          <TextField long required name={say("answer")} problem={problem} at="text" value={text} onChange={write} maxLength={1000} />
          {problem !== null && <FormProblem of={problem} shown={["text"]} />}
          <button class="main" disabled={busy}>
            {say("send")}
          </button>
        </form>
      )}
    </article>
  );
};
