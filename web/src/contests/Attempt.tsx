import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../shell/api";
import { duration, moment } from "../shell/format";
import { Problem, Show, useLoaded } from "../shell/load";
import { PageOf } from "../shell/pages";
import { lack, signedIn } from "../shell/session";
import { of, language } from "../shell/texts";
import { ReadAloud } from "../design/ReadAloud";
import { Choice } from "./question/Choice";
import { langOf } from "./question/lang";
import { say as ask } from "./question/texts";
import { deliver, followTabs, forgetSitting, isBegun, keepSitting, sit, type Delivery, type Sitting } from "./outbox";
import { say } from "./texts";

/** An attempt from its start, or from where it was left, until the server has it. */
export const Attempt = ({ id }: { id: string }) => (signedIn() ? <SignedIn id={id} /> : <SignInAgain id={id} />);

const SignInAgain = ({ id }: { id: string }) => {
  const begun = useLoaded(() => isBegun(id), id);
  return (
    <>
      {begun.state === "there" && begun.value && (
        <p class="note" role="status">
          {say("signInAgain")}
        </p>
      )}
      <PageOf route={["sign-in"]} />
    </>
  );
};

const SignedIn = ({ id }: { id: string }) => {
  const sitting = useLoaded(() => sit(id), id);
  const refused = sitting.state === "failed" && sitting.problem instanceof Refusal ? sitting.problem : null;
  const incomplete = refused?.code === "profile.incomplete";
  useEffect(() => {
    if (incomplete) lack(true); // asked for here and now; then the attempt begins
  }, [incomplete]);
  if (incomplete) return null;
  if (refused)
    return (
      <div class="sit">
        <Problem of={refused} />
        <Elsewhere id={id} />
      </div>
    );
  return <Show what={sitting}>{(begun) => <Sat begun={begun} />}</Show>;
};

const Elsewhere = ({ id }: { id: string }) => (
  <div class="row">
    <a class="button main" href={`#/practice/${id}`}>
      {say("practice")}
    </a>
    <a class="button" href={`#/board/${id}`}>
      {say("standing")}
    </a>
  </div>
);

const Sat = ({ begun }: { begun: Sitting }) => {
  const [sitting, set] = useState(begun);
  const [kept, setKept] = useState<{ sitting: Sitting; kept: boolean } | null>(null);
  const left = useTimeLeft(sitting);
  const { contest, paper, handedIn } = sitting;

  const change = (next: Sitting) => {
    set(next);
    void keepSitting(next).then((kept) => setKept({ sitting: next, kept }));
  };
  const handIn = () => change({ ...sitting, handedIn: true });
  const finished = () => location.replace(`#/result/${contest}/${paper.attempt}`);

  useEffect(() => {
    change(begun);
  }, []);
  useEffect(
    () =>
      followTabs(
        contest,
        (theirs) => {
          set(theirs);
          setKept({ sitting: theirs, kept: true });
        },
        finished,
      ),
    [],
  );
  // As on paper: when time is over, what is there is handed in.
  useEffect(() => {
    if (left <= 0 && !handedIn) handIn();
  }, [left <= 0]);

  const isKept = kept?.sitting === sitting ? kept.kept : null; // null: being written
  return handedIn ? (
    <Delivering sitting={sitting} late={left <= 0} kept={isKept} onThere={finished} />
  ) : (
    <Answering
      sitting={sitting}
      left={left}
      kept={isKept}
      onAnswer={(id, chosen) => change({ ...sitting, answers: { ...sitting.answers, [id]: chosen } })}
      onHandIn={handIn}
    />
  );
};

const useTimeLeft = ({ paper, ahead }: Sitting) => {
  const left = () => Date.parse(paper.deadline) - (Date.now() - ahead);
  const [now, set] = useState(left());
  useEffect(() => {
    const timer = setInterval(() => set(left()), 500);
    return () => clearInterval(timer);
  }, [paper]);
  return now;
};

const Answering = ({
  sitting,
  left,
  kept,
  onAnswer,
  onHandIn,
}: {
  sitting: Sitting;
  left: number;
  kept: boolean | null;
  onAnswer: (question: string, chosen: string[]) => void;
  onHandIn: () => void;
}) => {
  const { questions } = sitting.paper;
  const isOpen = (id: string) => !sitting.answers[id]?.length;
  const [at, go] = useState(
    Math.max(
      0,
      questions.findIndex(({ id }) => isOpen(id)),
    ),
  );
  const [sure, doubt] = useState(false);
  const question = questions[at]!;
  const open = questions.filter(({ id }) => isOpen(id)).length;
  const move = (to: number) => {
    doubt(false);
    go(to);
  };
  return (
    <form class="sit" onSubmit={(event) => event.preventDefault()}>
      <div class="track" aria-hidden="true">
        <svg viewBox="0 0 100 1" preserveAspectRatio="none">
          <rect width={(100 * (questions.length - open)) / questions.length} height="1" />
        </svg>
      </div>
      <div class="row apart">
        <b>{ask("questionOf", at + 1, questions.length)}</b>
        <span role="timer" class={`time ${left < 60_000 ? "bad" : ""}`}>
          {say("timeLeft")} <b>{duration(left)}</b>
        </span>
      </div>
      <Choice
        key={question.id}
        question={question}
        chosen={sitting.answers[question.id] ?? []}
        onChoose={(chosen) => onAnswer(question.id, chosen)}
      />
      <ReadAloud
        key={`aloud ${question.id}`}
        lang={langOf(question.text) ?? language()}
        texts={[question.text, ...question.options.map(({ text }) => text)].map(of)}
      />
      <div class="acts">
        <button type="button" disabled={at === 0} onClick={() => move(at - 1)}>
          {say("previous")}
        </button>
        {at < questions.length - 1 && (
          <button type="button" class={open ? "main" : ""} onClick={() => move(at + 1)}>
            {ask("next")}
          </button>
        )}
        <button type="button" class={open ? "" : "main"} onClick={() => (open ? doubt(true) : onHandIn())}>
          {say("handIn")}
        </button>
      </div>
      {sure && open > 0 && (
        <div class="note" role="alert">
          <p>{say("sure", open)}</p>
          <button type="button" class="main" onClick={onHandIn}>
            {say("handInAnyway")}
          </button>
        </div>
      )}
      <div class="steps" role="group" aria-label={say("questions")}>
        {questions.map(({ id }, number) => (
          <button
            key={id}
            type="button"
            class={isOpen(id) ? "" : "done"}
            aria-current={number === at && "step"}
            aria-label={say(isOpen(id) ? "open" : "answered", number + 1)}
            onClick={() => move(number)}
          >
            {number + 1}
          </button>
        ))}
      </div>
      {kept !== null && (
        <p class={kept ? "soft" : "note bad"} role="status">
          {say(kept ? "kept" : "notKept")}
        </p>
      )}
    </form>
  );
};

const Delivering = ({ sitting, late, kept, onThere }: { sitting: Sitting; late: boolean; kept: boolean | null; onThere: () => void }) => {
  const [now, look] = useState<Delivery>({ state: "sending" });
  useEffect(() => deliver(sitting, look), []);
  useEffect(() => {
    if (now.state === "there") onThere();
  }, [now.state]);
  if (now.state === "refused")
    return (
      <div class="card sit">
        <Problem of={now.problem} />
        <p>{say("refused")}</p>
        <button
          type="button"
          onClick={() =>
            forgetSitting(sitting.contest).then(() => {
              location.hash = `#/contest/${sitting.contest}`;
            })
          }
        >
          {say("discard")}
        </button>
      </div>
    );
  return (
    <div class="card sit" role="status">
      <h1>{say(late ? "timeOver" : "handIn")}</h1>
      {now.state === "sending" || now.state === "there" ? (
        <p>{say("sending")}</p>
      ) : (
        <>
          <p class="note bad">{say(now.state)}</p>
          <p>{say(kept === false ? "waitingHere" : "waiting")}</p>
          <p class="soft">{late ? say("tooLate") : say("inTime", moment(sitting.paper.deadline))}</p>
        </>
      )}
    </div>
  );
};
