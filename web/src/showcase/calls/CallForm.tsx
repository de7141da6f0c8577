import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { Show, useAction, useLoaded } from "../../shell/load";
import { t, type Localised } from "../../shell/texts";
import { BothTexts, FormProblem, NumberField, TimeField } from "../../staff/Fields";
import { say as sayOfStaff } from "../../staff/texts";
import { fresh } from "../../work/fresh";
import type { Campaign } from "../reviews/types";
import { say } from "./texts";

type Draft = Omit<
  Campaign,
  "id" | "state" | "result" | "juryClosesAt" | "finalAt" | "opensAt" | "closesAt" | "votingOpensAt" | "votingClosesAt" | "awards"
> &
  Record<Time, string | null> & { awards: { name: Localised; count: number | null }[] };
type Time = "opensAt" | "closesAt" | "votingOpensAt" | "votingClosesAt" | "juryClosesAt" | "finalAt";

const megabyte = 1024 * 1024;
const required: Time[] = ["opensAt", "closesAt", "votingOpensAt", "votingClosesAt"];
const times: Time[] = [...required, "juryClosesAt", "finalAt"];
const fields = ["title", "themes", "maxSeconds", "maxBytes", "votesPerDay", "juryTop", "awards", ...times];

// What calls for entries usually say: three minutes, 200 MB, one vote a day, fifty before the jury.
const usual: Draft = {
  title: { zh: "" },
  themes: [{ zh: "" }],
  opensAt: null,
  closesAt: null,
  votingOpensAt: null,
  votingClosesAt: null,
  juryClosesAt: null,
  finalAt: null,
  maxSeconds: 180,
  maxBytes: 200 * megabyte,
  votesPerDay: 1,
  juryTop: 50,
  awards: [],
};

export const CallForm = ({ id }: { id: string | null }) => {
  const campaign = useLoaded(
    async () =>
      id ? ((await fresh<{ items: Campaign[] }>("/api/campaigns?limit=100")).items.find((one) => one.id === id) ?? usual) : usual,
    id,
  );
  return <Show what={campaign}>{(there) => <Form id={id} there={there} />}</Show>;
};

const Form = ({ id, there }: { id: string | null; there: Draft }) => {
  const [draft, setDraft] = useState<Draft>(there);
  const [saved, setSaved] = useState(false);
  const { busy, problem, run } = useAction();
  const set = (part: Partial<Draft>) => {
    setSaved(false);
    setDraft({ ...draft, ...part });
  };
  const { title, themes, maxSeconds, maxBytes, votesPerDay, juryTop, awards } = draft;
  const at = <T,>(list: T[], place: number, value: T) => list.map((old, other) => (other === place ? value : old));

  const save = () =>
    run(async () => {
      const body = {
        title,
        themes,
        maxSeconds,
        maxBytes,
        votesPerDay,
        juryTop,
        awards,
        ...Object.fromEntries(times.map((time) => [time, draft[time]])),
      };
      await (id ? call("PUT", `/api/campaigns/${id}`, body) : call("POST", "/api/campaigns", body));
      setSaved(true);
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{say(id ? "change" : "create")}</h1>
      <section class="card">
        <BothTexts
          name={say("name")}
          at="title"
          problem={problem}
          value={title}
          onChange={(value) => set({ title: value })}
          required
          maxLength={100}
        />
        <fieldset>
          <legend>{say("themes")}</legend>
          {themes.map((theme, place) => (
            <div key={place}>
              <BothTexts
                name={say("theme", place + 1)}
                at={`themes[${place}]`}
                problem={problem}
                value={theme}
                onChange={(value) => set({ themes: at(themes, place, value) })}
                required
                maxLength={40}
              />
              {themes.length > 1 && (
                <button type="button" onClick={() => set({ themes: themes.filter((_, other) => other !== place) })}>
                  {sayOfStaff("remove")}
                  <span class="hush"> {say("theme", place + 1)}</span>
                </button>
              )}
            </div>
          ))}
          <p class="row">
            <button type="button" onClick={() => set({ themes: [...themes, { zh: "" }] })}>
              {sayOfStaff("add")}
              <span class="hush"> {say("themes")}</span>
            </button>
          </p>
        </fieldset>
      </section>
      <section class="card">
        <h2>{say("times")}</h2>
        <p class="soft">{sayOfStaff("shanghai")}</p>
        <div class="grid">
          {times.map((time) => (
            <TimeField
              key={time}
              name={say(time)}
              at={time}
              problem={problem}
              value={draft[time]}
              onChange={(value) => set({ [time]: value })}
              required={required.includes(time)}
            />
          ))}
        </div>
      </section>
      <section class="card">
        <h2>{say("limits")}</h2>
        <div class="grid">
          <NumberField
            name={say("maxSeconds")}
            at="maxSeconds"
            problem={problem}
            value={maxSeconds}
            onChange={(value) => set({ maxSeconds: value ?? 0 })}
            required
            min={1}
            max={3600}
          />
          <NumberField
            name={say("maxBytes")}
            at="maxBytes"
            problem={problem}
            value={Math.round(maxBytes / megabyte)}
            onChange={(value) => set({ maxBytes: (value ?? 0) * megabyte })}
            required
            min={1}
          />
          <NumberField
            name={say("votesPerDay")}
            at="votesPerDay"
            problem={problem}
            value={votesPerDay}
            onChange={(value) => set({ votesPerDay: value ?? 0 })}
            required
            min={1}
            max={100}
          />
          <NumberField
            name={say("juryTop")}
            at="juryTop"
            problem={problem}
            value={juryTop}
            onChange={(value) => set({ juryTop: value ?? 0 })}
            required
            min={1}
            max={1000}
          />
        </div>
      </section>
      <section class="card">
        <h2>{say("awards")}</h2>
        {awards.map((award, place) => (
          <fieldset key={place}>
            <legend class="hush">{say("award", place + 1)}</legend>
            <BothTexts
              name={say("award", place + 1)}
              at={`awards[${place}].name`}
              problem={problem}
              value={award.name}
              onChange={(name) => set({ awards: at(awards, place, { ...award, name }) })}
              required
              maxLength={40}
            />
            <NumberField
              name={say("places", say("award", place + 1))}
              at={`awards[${place}].count`}
              problem={problem}
              value={award.count}
              onChange={(count) => set({ awards: at(awards, place, { ...award, count }) })}
              required
              min={1}
            />
            <button type="button" onClick={() => set({ awards: awards.filter((_, other) => other !== place) })}>
              {sayOfStaff("remove")}
              <span class="hush"> {say("award", place + 1)}</span>
            </button>
          </fieldset>
        ))}
        <p class="row">
          <button type="button" onClick={() => set({ awards: [...awards, { name: { zh: "" }, count: 1 }] })}>
            {sayOfStaff("add")}
            <span class="hush"> {say("awards")}</span>
          </button>
        </p>
      </section>
      <FormProblem of={problem} shown={fields} />
      <div role="status">{saved && <p class="note">{sayOfStaff("saved")}</p>}</div>
      <p class="row">
        <button class="main" disabled={busy}>
          {sayOfStaff("save")}
        </button>{" "}
        <a class="button" href="#/calls">
          {t("back")}
        </a>
      </p>
    </form>
  );
};
