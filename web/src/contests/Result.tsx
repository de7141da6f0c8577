import type { AttemptResponse } from "../contract";
import { call, type Paper, type Review } from "../shell/api";
import { duration, moment } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { results, type HandedIn } from "./outbox";
import { say } from "./texts";
import { langOf } from "./question/lang";
import { Verdict, wordsOf } from "./question/Verdict";

/** What came of an attempt, as the server has it; of this page's own it is known already. */
export const ResultPage = ({ contest, attempt }: { contest: string; attempt: string }) => {
  const stored = useLoaded(async (): Promise<HandedIn> => {
    const known = results.get(attempt);
    if (known) return known;
    const { paper, result } = await call<AttemptResponse>("GET", `/api/contests/${contest}/attempts/${attempt}`);
    return { paper, result: result!, earlier: false };
  }, attempt);
  return (
    <Show what={stored}>
      {(handedIn) => (handedIn.result ? <ResultView contest={contest} {...handedIn} /> : <p>{say("nothingThere")}</p>)}
    </Show>
  );
};

const ResultView = ({ contest, paper, result, earlier }: HandedIn & { contest: string }) => (
  <>
    <div class="card">
      <h1>{say("score", result.score, result.outOf)}</h1>
      <p>
        <b class={result.passed ? "good" : ""}>{say(result.passed ? "passed" : "failed")}</b> · {say("took", duration(result.elapsedMs))}
      </p>
      <p>{result.ranked ? say("points", result.points, result.drawChances) : say("late")}</p>
      {earlier && <p class="note">{say("earlier")}</p>}
      <p class="note" role="status">
        {say("received", moment(result.submittedAt))}
        <br />
        {say("receipt")} <b class="receipt">{result.receipt}</b>
      </p>
      <div class="row">
        <a class="button main" href={`#/board/${contest}`}>
          {say("standing")}
        </a>
        <a class="button" href={`#/practice/${contest}`}>
          {say("practice")}
        </a>
      </div>
    </div>
    <h2>{say("explanations")}</h2>
    {result.rightAnswersFrom && <p class="note">{say("rightAnswersFrom", moment(result.rightAnswersFrom))}</p>}
    {result.review.map((review, at) => (
      <Reviewed key={review.id} paper={paper} review={review} number={at + 1} />
    ))}
  </>
);

const Reviewed = ({ paper, review, number }: { paper: Paper; review: Review; number: number }) => {
  const question = paper.questions.find(({ id }) => id === review.id)!;
  return (
    <section class="card">
      <h3>
        {number}. <span lang={langOf(question.text)}>{of(question.text)}</span>
      </h3>
      <p>
        {say("yourAnswer")}：{wordsOf(question, review.given)}
      </p>
      <Verdict correct={review.correct} right={review.right && wordsOf(question, review.right)} explanation={review.explanation} />
    </section>
  );
};
