import { useState } from "preact/hooks";
import type { PracticeQuestion, PracticeResponse } from "../contract";
import { call } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { Choice } from "../contests/question/Choice";
import { say as ask } from "../contests/question/texts";
import { Verdict, wordsOf } from "../contests/question/Verdict";
import { say } from "./texts";

const count = 5; // a few at a time: each tells at once whether it was right, and needs no network for that

/** As often as one likes; nothing is stored. */
export const Practice = ({ id }: { id: string }) => {
  const [round, next] = useState(0);
  const drawn = useLoaded(() => call<PracticeResponse>("GET", `/api/contests/${id}/practice?count=${count}`), id, round);
  return (
    <Show what={drawn}>
      {({ questions }) =>
        questions.length ? (
          <Practising key={round} contest={id} questions={questions} onMore={() => next(round + 1)} />
        ) : (
          <p>
            {say("noPractice")} <a href={`#/contest/${id}`}>{say("contest")}</a>
          </p>
        )
      }
    </Show>
  );
};

const Practising = ({ contest, questions, onMore }: { contest: string; questions: PracticeQuestion[]; onMore: () => void }) => {
  const [at, go] = useState(0);
  const [chosen, choose] = useState<string[]>([]);
  const [told, tell] = useState(false);
  const [score, add] = useState(0);
  const question = questions[at];
  if (!question)
    return (
      <div class="card">
        <h1>{say("practised", score, questions.length)}</h1>
        <div class="row">
          <button type="button" class="main" onClick={onMore}>
            {say("more")}
          </button>
          <a class="button" href={`#/contest/${contest}`}>
            {say("contest")}
          </a>
        </div>
      </div>
    );
  const correct = [...chosen].sort().join() === [...question.right].sort().join();
  const check = () => {
    tell(true);
    if (correct) add(score + 1);
  };
  const move = () => {
    go(at + 1);
    choose([]);
    tell(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (told) move();
        else check();
      }}
    >
      <p class="row apart">
        <b>{say("practice")}</b> <span class="soft">{ask("questionOf", at + 1, questions.length)}</span>
      </p>
      <Choice key={question.id} question={question} chosen={chosen} onChoose={choose} fixed={told} />
      <div role="status">
        {told && (
          <Verdict
            correct={correct}
            right={wordsOf(question, question.right)}
            explanation={question.explanation}
            source={question.source}
          />
        )}
      </div>
      <div class="row">
        <button class="main" disabled={!chosen.length}>
          {told ? ask("next") : say("check")}
        </button>
      </div>
    </form>
  );
};
