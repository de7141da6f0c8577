import { useState } from "preact/hooks";
import type { BankContentResponse, ContestStatisticsResponse as Statistics, QuestionFigures as Question } from "../../contract";
import { Bar } from "../../charts/Bar";
import { Columns } from "../../charts/Columns";
import { count, percent } from "../../charts/scale";
import { RegionChoice } from "../../regions/RegionChoice";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { Problem, Show, useAction, useLoaded } from "../../shell/load";
import { of, t, type Localised } from "../../shell/texts";
import { listed } from "../../staff/texts";
import { regionOf } from "../../work/places";
import { say } from "./texts";
import type { Listed } from "./types";

/** How a contest went, and how its questions did. */
export const ContestStatistics = ({ id }: { id: string }) => {
  const contest = useLoaded(async () => {
    const rules = await call<Listed>("GET", `/api/contests/${id}`);
    return { rules, place: { code: rules.region, name: (await regionOf(rules.region)).name } };
  }, id);
  const [region, setRegion] = useState("");
  return (
    <Show what={contest}>
      {({ rules, place }) => (
        <>
          <h1>{of(rules.title)}</h1>
          <RegionChoice roots={[place]} region={region || place.code} deepest={6} onChange={setRegion} />
          <OfRegion rules={rules} region={region || place.code} />
          <p class="row">
            <a class="button" href="#/drafts">
              {t("back")}
            </a>
          </p>
        </>
      )}
    </Show>
  );
};

const OfRegion = ({ rules, region }: { rules: Listed; region: string }) => {
  const statistics = useLoaded(() => call<Statistics>("GET", `/api/contests/${rules.id}/statistics?region=${region}`), region);
  return (
    <Show what={statistics}>
      {({ asOf, entries, participants, passed, meanScore, scores, questions }) =>
        entries === 0 ? (
          <p class="empty">{say("noEntries")}</p>
        ) : (
          <>
            <p class="soft">{say("asOf", moment(asOf))}</p>
            <dl class="numbers">
              <div>
                <dt>{say("entries")}</dt>
                <dd>{count(entries)}</dd>
              </div>
              <div>
                <dt>{say("participants")}</dt>
                <dd>{count(participants)}</dd>
              </div>
              <div>
                <dt>{say("passed")}</dt>
                <dd>{count(passed)}</dd>
              </div>
              <div>
                <dt>{say("passShare")}</dt>
                <dd>{percent(passed / entries)}</dd>
              </div>
              <div>
                <dt>{say("mean")}</dt>
                <dd>{meanScore === null ? "—" : meanScore.toFixed(2)}</dd>
              </div>
            </dl>
            <section class="card">
              <Columns
                title={say("scores")}
                heads={[say("correct"), say("times")]}
                bars={scores.map((value, score) => ({ name: String(score), value, marked: score >= (rules.passMark ?? 0) }))}
              />
              <p class="soft">{say("passLine", rules.passMark ?? 0)}</p>
            </section>
            {questions.length > 0 && <Questions bank={rules.questionBank} questions={questions} />}
          </>
        )
      }
    </Show>
  );
};

const few = 30; // answers: below, the figures say little
const atFirst = 25; // those to look at
const hard = 0.3;
const easy = 0.9;
const weak = 0.2;
const apart = 0.2; // between languages: a translation to look at

const remarksOn = ({ shown, facility, discrimination, byLanguage }: Question) => {
  if (shown < few) return [say("few")];
  const facilities = byLanguage.filter((one) => one.shown >= few).map((one) => one.facility ?? 0);
  return [
    ...((facility ?? 0) > easy ? [say("tooEasy")] : (facility ?? 1) < hard ? [say("tooHard")] : []),
    ...((discrimination ?? 1) < weak ? [say("weak")] : []),
    ...(facilities.length > 1 && Math.max(...facilities) - Math.min(...facilities) > apart ? [say("languages")] : []),
  ];
};

const Questions = ({ bank, questions }: { bank: string; questions: Question[] }) => {
  const [words, setWords] = useState<Record<string, Localised> | null>(null);
  const { busy, problem, run } = useAction();
  const show = () =>
    run(async () => {
      const content = await call<BankContentResponse>("GET", `/api/question-banks/${bank}`);
      setWords(Object.fromEntries(content.questions.map(({ id, text }) => [id, text])));
    });
  const [most, setMost] = useState(atFirst);
  const ordered = [...questions].sort(
    (one, other) =>
      Number(one.shown < few) - Number(other.shown < few) ||
      (one.discrimination ?? 2) - (other.discrimination ?? 2) ||
      other.shown - one.shown,
  );
  const several = questions.some(({ byLanguage }) => byLanguage.length > 1);
  return (
    <section>
      <h2>{say("questions")}</h2>
      <p class="soft">{say("questionsNote")}</p>
      {!words && (
        <p class="row">
          <button type="button" disabled={busy} onClick={show}>
            {say("showQuestions")}
          </button>
        </p>
      )}
      <Problem of={problem} />
      <div class="scroll" tabIndex={0} role="group" aria-label={say("questions")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("question")}</th>
              <th scope="col" class="n">
                {say("shown")}
              </th>
              <th scope="col" colSpan={2}>
                {say("facility")}
              </th>
              <th scope="col" class="n">
                {say("discrimination")}
              </th>
              <th scope="col">{say("remark")}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, most).map((question) => (
              <tr key={question.id}>
                <th scope="row" class="words">
                  {words ? of(words[question.id]) || question.id : question.id}
                </th>
                <td class="n">{count(question.shown)}</td>
                <td class="n">
                  {question.facility === null ? "—" : percent(question.facility)}
                  {several &&
                    question.byLanguage.map((one) => (
                      <small class="soft" key={one.language}>
                        <br />
                        {say(`of${one.language[0]!.toUpperCase()}${one.language[1]!}` as "ofZh")}{" "}
                        {one.facility === null ? "—" : percent(one.facility)}
                      </small>
                    ))}
                </td>
                <td class="barred">
                  <Bar share={question.facility ?? 0} />
                </td>
                <td class="n">
                  {shownOf(question.discrimination)}
                  {several &&
                    question.byLanguage.map((one) => (
                      <small class="soft" key={one.language}>
                        <br />
                        {shownOf(one.discrimination)}
                      </small>
                    ))}
                </td>
                <td>{listed(remarksOn(question))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {most < ordered.length && (
        <p class="row">
          <button type="button" onClick={() => setMost(ordered.length)}>
            {say("allQuestions", ordered.length)}
          </button>
        </p>
      )}
    </section>
  );
};

const shownOf = (discrimination: number | null) => (discrimination === null ? "—" : discrimination.toFixed(2));
