import { useState } from "preact/hooks";
import { RegionChoice, RegionName } from "../../regions/RegionChoice";
import { call } from "../../shell/api";
import { Show, useAction, useLoaded } from "../../shell/load";
import { of, t } from "../../shell/texts";
import { BothTexts, FormProblem, NumberField, SelectField, TimeField } from "../../staff/Fields";
import { say as sayOfStaff } from "../../staff/texts";
import type { Place } from "../../work/places";
import { Surely } from "../../work/Staff";
import type { Bank } from "../../banks/types";
import { categoryName } from "../../banks/categories";
import { Prizes } from "./Prizes";
import { say } from "./texts";
import type { Listed, Rules } from "./types";

// What contests of the kind usually say: 8 questions of a minute, one attempt a day, 5 to pass.
const usual = (region: string): Rules => ({
  title: { zh: "" },
  description: null,
  questionBank: "",
  region,
  opensAt: null,
  closesAt: null,
  draw: { count: 8, byCategory: null },
  questionSeconds: 60,
  attemptsPerDay: 1,
  attemptsInTotal: null,
  passMark: 5,
  points: null,
  drawMark: null,
  prizes: [],
  review: "afterAttempt",
});

const fields = [
  "title",
  "description",
  "questionBank",
  "opensAt",
  "closesAt",
  "draw.count",
  "draw.byCategory",
  "questionSeconds",
  "attemptsPerDay",
  "attemptsInTotal",
  "passMark",
  "points",
  "drawMark",
  "prizes",
  "review",
];

export const DraftForm = ({ id, places }: { id: string | null; places: Place[] }) => {
  const loaded = useLoaded(async () => {
    const [rules, banks] = await Promise.all([
      id ? call<Listed>("GET", `/api/contests/${id}`) : Promise.resolve(usual(places[0]!.code)),
      call<{ items: Bank[] }>("GET", "/api/question-banks?limit=100"),
    ]);
    return { rules, banks: banks.items };
  }, id);
  return <Show what={loaded}>{({ rules, banks }) => <Form there={id} rules={rules} banks={banks} places={places} />}</Show>;
};

const Form = ({ there, rules, banks, places }: { there: string | null; rules: Rules; banks: Bank[]; places: Place[] }) => {
  const [id, setId] = useState(there);
  const [draft, setDraft] = useState(rules);
  const [changed, setChanged] = useState(false);
  const [told, tell] = useState("");
  const [published, setPublished] = useState(false);
  const { busy, problem, run } = useAction();
  const set = (part: Partial<Rules>) => {
    setChanged(true);
    tell("");
    setDraft({ ...draft, ...part });
  };
  const { draw, points } = draft;

  const save = () =>
    run(async () => {
      const {
        title,
        description,
        questionBank,
        region,
        opensAt,
        closesAt,
        questionSeconds,
        attemptsPerDay,
        attemptsInTotal,
        passMark,
        drawMark,
        prizes,
        review,
      } = draft;
      const body = {
        title,
        description: description?.zh ? description : null,
        questionBank,
        region,
        opensAt,
        closesAt,
        draw,
        questionSeconds,
        attemptsPerDay,
        attemptsInTotal,
        passMark,
        drawMark,
        points:
          points?.completed == null && points?.allCorrect == null
            ? null
            : { completed: points.completed ?? 0, allCorrect: points.allCorrect ?? 0 },
        prizes: prizes.length ? prizes : null,
        review,
      };
      const kept = await (id ? call<Listed>("PUT", `/api/contests/${id}`, body) : call<Listed>("POST", "/api/contests", body));
      setId(kept.id);
      setChanged(false);
      tell(say("saved"));
    });
  const publish = () =>
    run(async () => {
      const out = await call<Listed>("POST", `/api/contests/${id}/publish`);
      setPublished(true);
      tell(say("isPublished", of(out.title)));
    });

  if (published)
    return (
      <>
        <h1>{of(draft.title)}</h1>
        <p class="note" role="status">
          {told}
        </p>
        <p class="row">
          <a class="button main" href="#/drafts">
            {t("back")}
          </a>
        </p>
      </>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{say(id ? "change" : "create")}</h1>
      <section class="card">
        <h2>{say("basics")}</h2>
        <BothTexts
          name={say("name")}
          at="title"
          problem={problem}
          value={draft.title}
          onChange={(title) => set({ title })}
          required
          maxLength={80}
        />
        <BothTexts
          name={say("description")}
          at="description"
          problem={problem}
          value={draft.description ?? { zh: "" }}
          onChange={(description) => set({ description })}
          long
          maxLength={2000}
        />
        <p>
          {say("region", "")}
          <b>
            <RegionName code={draft.region} />
          </b>
        </p>
        <RegionChoice roots={places} region={draft.region} onChange={(region) => set({ region })} />
        <p class="soft">{sayOfStaff("shanghai")}</p>
        <div class="grid">
          <TimeField
            name={say("opensAt")}
            at="opensAt"
            problem={problem}
            value={draft.opensAt}
            onChange={(opensAt) => set({ opensAt })}
            required
          />
          <TimeField
            name={say("closesAt")}
            at="closesAt"
            problem={problem}
            value={draft.closesAt}
            onChange={(closesAt) => set({ closesAt })}
            required
          />
        </div>
      </section>
      <section class="card">
        <h2>{say("paper")}</h2>
        <SelectField
          name={say("questionBank")}
          at="questionBank"
          problem={problem}
          value={draft.questionBank}
          onChange={(questionBank) => set({ questionBank, draw: { ...draw, byCategory: null } })}
          options={[
            ["", say("chooseBank")],
            ...banks.map((bank) => [bank.id, say("bankOf", bank.name, bank.version, bank.ranked)] as const),
          ]}
        />
        <div class="grid">
          <NumberField
            name={say("count")}
            at="draw.count"
            problem={problem}
            value={draw.count}
            onChange={(count) => set({ draw: { ...draw, count } })}
            required
            min={1}
            max={100}
          />
          <NumberField
            name={say("questionSeconds")}
            at="questionSeconds"
            problem={problem}
            value={draft.questionSeconds}
            onChange={(questionSeconds) => set({ questionSeconds })}
            required
            min={5}
            max={600}
          />
          <NumberField
            name={say("passMark")}
            at="passMark"
            problem={problem}
            value={draft.passMark}
            onChange={(passMark) => set({ passMark })}
            required
            min={0}
            max={draw.count ?? 100}
          />
        </div>
        <Categories
          bank={banks.find((bank) => bank.id === draft.questionBank)}
          draw={draw}
          problem={problem}
          onChange={(byCategory) => set({ draw: { ...draw, byCategory } })}
        />
      </section>
      <section class="card">
        <h2>{say("rules")}</h2>
        <div class="grid">
          <NumberField
            name={say("attemptsPerDay")}
            at="attemptsPerDay"
            problem={problem}
            value={draft.attemptsPerDay}
            onChange={(attemptsPerDay) => set({ attemptsPerDay })}
            required
            min={1}
            max={1000}
          />
          <NumberField
            name={say("attemptsInTotal")}
            at="attemptsInTotal"
            problem={problem}
            value={draft.attemptsInTotal}
            onChange={(attemptsInTotal) => set({ attemptsInTotal })}
            min={1}
            max={1000}
          />
          <SelectField
            name={say("review")}
            at="review"
            problem={problem}
            value={draft.review}
            onChange={(review) => set({ review: review as Rules["review"] })}
            options={[
              ["afterAttempt", say("afterAttempt")],
              ["afterClosing", say("afterClosing")],
            ]}
          />
          <NumberField
            name={say("completed")}
            at="points.completed"
            problem={problem}
            value={points?.completed ?? null}
            onChange={(completed) => set({ points: { completed, allCorrect: points?.allCorrect ?? null } })}
            min={0}
          />
          <NumberField
            name={say("allCorrect")}
            at="points.allCorrect"
            problem={problem}
            value={points?.allCorrect ?? null}
            onChange={(allCorrect) => set({ points: { completed: points?.completed ?? null, allCorrect } })}
            min={0}
          />
          <NumberField
            name={say("drawMark")}
            at="drawMark"
            problem={problem}
            value={draft.drawMark}
            onChange={(drawMark) => set({ drawMark })}
            min={0}
            max={draw.count ?? 100}
          />
        </div>
        <Prizes prizes={draft.prizes} problem={problem} onChange={(prizes) => set({ prizes })} />
      </section>
      <FormProblem of={problem} shown={fields} />
      <div role="status">{told && <p class="note">{told}</p>}</div>
      {changed && <p class="soft">{say("unsaved")}</p>}
      <p class="row">
        <button class="main" disabled={busy}>
          {say("keep")}
        </button>
        {id && <Surely name={say("publish")} busy={busy || changed} onYes={publish} />}
        <a class="button" href="#/drafts">
          {t("back")}
        </a>
      </p>
      <p class="soft">{say("publishNote")}</p>
    </form>
  );
};

const Categories = ({
  bank,
  draw,
  problem,
  onChange,
}: {
  bank: Bank | undefined;
  draw: Rules["draw"];
  problem: unknown;
  onChange: (byCategory: Record<string, number> | null) => void;
}) => {
  if (!bank || bank.categories.length < 2) return null;
  const wishes = draw.byCategory ?? {};
  const wished = Object.values(wishes).reduce((sum, wish) => sum + wish, 0);
  const change = (category: string, wish: number | null) => {
    const { [category]: _, ...others } = wishes;
    const all = wish ? { ...others, [category]: wish } : others;
    onChange(Object.keys(all).length ? all : null);
  };
  return (
    <fieldset>
      <legend>{say("byCategory")}</legend>
      <div class="grid">
        {bank.categories.map((category) => (
          <NumberField
            key={category}
            name={categoryName(category)}
            at={`draw.byCategory.${category}`}
            problem={problem}
            value={wishes[category] ?? null}
            onChange={(wish) => change(category, wish)}
            min={0}
            max={draw.count ?? 100}
          />
        ))}
      </div>
      {wished > 0 && <p class="soft">{say("categories", wished, Math.max(0, (draw.count ?? 0) - wished))}</p>}
    </fieldset>
  );
};
