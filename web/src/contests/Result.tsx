import type { Paper, Result, Review } from "../shell/api";
import { duration } from "../shell/format";
import { of, t } from "../shell/texts";
import { say } from "./texts";

export const ResultView = ({ paper, result }: { paper: Paper; result: Result }) => (
  <>
    <p class="note" role="status">{say("received", result.receipt)}</p>
    <div class="card">
      <h1>{say("score", result.score, result.outOf, duration(result.elapsedMs))}</h1>
      <p class={result.passed ? "good" : ""}><b>{say(result.passed ? "passed" : "failed")}</b></p>
      {result.ranked ? <p>{say("points", result.points, result.drawChances)}</p> : <p>{say("late")}</p>}
      <a class="button main" href={`#/`}>{t("back")}</a>
    </div>
    {result.review.map((review, at) => <Reviewed key={review.id} paper={paper} review={review} number={at + 1} />)}
  </>
);

const Reviewed = ({ paper, review, number }: { paper: Paper; review: Review; number: number }) => {
  const question = paper.questions.find(({ id }) => id === review.id)!;
  const names = (ids: string[]) => ids.map((id) => of(question.options.find((option) => option.id === id)?.text)).join("；") || "—";
  return (
    <div class="card">
      <p>{number}. {of(question.text)}</p>
      <p class={review.correct ? "good" : "bad"}><b>{review.correct ? "✓ " + say("right") : "✗ " + say("wrong")}</b></p>
      <p>{say("yourAnswer")}: {names(review.given)}</p>
      {!review.correct && <p>{say("rightAnswer")}: {names(review.right)}</p>}
      <p class="soft">{of(review.explanation)}</p>
    </div>
  );
};
