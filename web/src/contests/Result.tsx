import type { AttemptResponse } from "../contract";
import { call, type Paper, type Review } from "../shell/api";
import { duration, moment } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { results, type HandedIn } from "./outbox";
import { say } from "./texts";
import { langOf } from "./question/lang";
import { Report } from "./question/Report";
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

const ResultView = ({ contest, paper, result, earlier }: HandedIn & { contest: string }) => {
  const numbered = result.review.map((review, at) => ({ review, number: at + 1 }));
  const learnt = numbered.filter(({ review }) => !review.correct);
  const known = numbered.filter(({ review }) => review.correct);
  const all = result.score === result.outOf;
  return (
    <div class="split turned">
      <div class="aside">
        <div class="card won">
          <Ring score={result.score} outOf={result.outOf} bright={result.passed} />
          <h1>{say("score", result.score, result.outOf)}</h1>
          <p>
            <b class={result.passed ? "good" : ""}>{say(result.passed ? "passed" : "failed")}</b> ·{" "}
            {say("took", duration(result.elapsedMs))}
          </p>
          <p>{say(all ? "allRight" : result.passed ? "wellDone" : "nextTime")}</p>
          <p>{result.ranked ? say("points", result.points, result.drawChances) : say(result.unrankedBecause ?? "late")}</p>
          {earlier && <p class="note">{say("earlier")}</p>}
          <div class="row">
            <a class="button main" href={`#/board/${contest}`}>
              {say("standing")}
            </a>
            <a class="button" href={`#/practice/${contest}`}>
              {say("practice")}
            </a>
          </div>
          <p class="soft" role="status">
            ✓ {say("received", moment(result.submittedAt))}
            <br />
            {say("receipt")} <b class="receipt">{result.receipt}</b>
          </p>
        </div>
      </div>
      <div>
        {result.rightAnswersFrom && <p class="note warm">{say("rightAnswersFrom", moment(result.rightAnswersFrom))}</p>}
        {learnt.length > 0 && <h2>{say("learnt", learnt.length)}</h2>}
        {learnt.map((one) => (
          <Reviewed key={one.review.id} contest={contest} paper={paper} {...one} />
        ))}
        {known.length > 0 && <h2>{say("known", known.length)}</h2>}
        {known.map((one) => (
          <Reviewed key={one.review.id} contest={contest} paper={paper} {...one} />
        ))}
      </div>
    </div>
  );
};

const around = 2 * Math.PI * 58;

const Ring = ({ score, outOf, bright }: { score: number; outOf: number; bright: boolean }) => (
  <svg class="ring" viewBox="0 0 160 160" aria-hidden="true">
    {bright && <path class="rays" d="M80 3v8M80 149v8M3 80h8M149 80h8M26 26l5 5M129 129l5 5M134 26l-5 5M31 129l-5 5" />}
    <circle class="bed" cx="80" cy="80" r="58" />
    <circle
      class="part"
      cx="80"
      cy="80"
      r="58"
      transform="rotate(-90 80 80)"
      stroke-dasharray={`${score ? (around * score) / outOf : 0} 400`}
    />
    <text x="80" y="94">
      {score}/{outOf}
    </text>
  </svg>
);

const Reviewed = ({ contest, paper, review, number }: { contest: string; paper: Paper; review: Review; number: number }) => {
  const question = paper.questions.find(({ id }) => id === review.id)!;
  return (
    <section class={`card ${review.correct ? "" : "missed"}`}>
      <h3>
        {number}. <span lang={langOf(question.text)}>{of(question.text)}</span>
      </h3>
      <p>
        {say("yourAnswer")}：{wordsOf(question, review.given)}
      </p>
      <Verdict correct={review.correct} right={review.right && wordsOf(question, review.right)} explanation={review.explanation} />
      <Report contest={contest} question={review.id} />
    </section>
  );
};
