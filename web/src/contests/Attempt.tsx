import { useEffect, useState } from "preact/hooks";
import { call, Refusal, type Paper, type Question, type Result } from "../shell/api";
import { duration } from "../shell/format";
import { Problem, Show, useLoaded } from "../shell/load";
import { handIn, keepSitting, sittingOf, type Sitting } from "./outbox";
import { of, t } from "../shell/texts";
import { say } from "./texts";
import { ResultView } from "./Result";

export const Attempt = ({ id }: { id: string }) => {
  const sitting = useLoaded(() => sit(id), id);
  if (sitting.state === "failed" && sitting.problem instanceof Refusal && sitting.problem.code === "profile.incomplete")
    return <p class="note">{t("profileFirst")} <a class="button main" href="#/me">{t("me")}</a></p>;
  return <Show what={sitting}>{(started) => <Answering started={started} />}</Show>;
};

/** What the phone has kept goes first: it needs no network. */
const sit = async (contest: string): Promise<Sitting> => {
  const kept = sittingOf(contest);
  if (kept) return kept;
  const paper = await call<Paper>("POST", `/api/contests/${contest}/attempts`, {});
  return keepSitting({ contest, paper, answers: {}, handedIn: false, kept: false });
};

const Answering = ({ started }: { started: Sitting }) => {
  const [sitting, setSitting] = useState(started);
  const [at, setAt] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { questions, deadline } = sitting.paper;
  const question = questions[at]!;
  const open = questions.filter(({ id }) => !sitting.answers[id]?.length).length;

  const send = async (handed: Sitting) => {
    setProblem(null);
    try {
      setResult(await handIn(handed, () => setWaiting(true)));
    } catch (refused) {
      setProblem(refused);
    }
  };
  const submit = () => {
    const handed = keepSitting({ ...sitting, handedIn: true });
    setSitting(handed);
    void send(handed);
  };
  // The page was closed while the answers were on their way: they still are.
  useEffect(() => { if (started.handedIn) void send(started); }, []);

  if (result) return <ResultView paper={sitting.paper} result={result} />;
  if (sitting.handedIn)
    return (
      <div class="card">
        <p class="note" role="status">{say(waiting ? "waiting" : "sending")}</p>
        <Problem of={problem} />
      </div>
    );
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <div class="row"><b>{say("questionOf", at + 1, questions.length)}</b> <Clock deadline={deadline} /></div>
      <Choice question={question} chosen={sitting.answers[question.id] ?? []}
        onChoose={(chosen) => setSitting(keepSitting({ ...sitting, answers: { ...sitting.answers, [question.id]: chosen } }))} />
      <div class="row">
        <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>{say("previous")}</button>
        <button type="button" class={open ? "main" : ""} disabled={at === questions.length - 1} onClick={() => setAt(at + 1)}>{say("next")}</button>
        <button type="button" class={open ? "" : "main"} onClick={submit}>{say("handIn")}</button>
      </div>
      {open > 0 && <p class="soft">{say("unanswered", open)}</p>}
      {sitting.kept && <p class="soft">{say("kept")}</p>}
    </form>
  );
};

const Choice = ({ question, chosen, onChoose }: { question: Question; chosen: string[]; onChoose: (chosen: string[]) => void }) => {
  const many = question.kind === "multiple";
  const toggle = (id: string) => onChoose(!many ? [id] : chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset>
      <legend><h1>{of(question.text)} <small class="soft">({say(question.kind)})</small></h1></legend>
      {question.options.map((option) => (
        <label class="option" key={question.id + option.id}>
          <input type={many ? "checkbox" : "radio"} name={question.id} checked={chosen.includes(option.id)} onChange={() => toggle(option.id)} />
          <span>{of(option.text)}</span>
        </label>
      ))}
    </fieldset>
  );
};

const Clock = ({ deadline }: { deadline: string }) => {
  const left = () => Date.parse(deadline) - Date.now();
  const [now, setNow] = useState(left());
  useEffect(() => {
    const timer = setInterval(() => setNow(left()), 1000);
    return () => clearInterval(timer);
  }, [deadline]);
  return <span class={`time ${now < 30_000 ? "bad" : "soft"}`}>{now > 0 ? `${say("timeLeft")} ${duration(now)}` : say("timeOver")}</span>;
};
