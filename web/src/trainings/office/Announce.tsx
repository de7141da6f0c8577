import { useState } from "preact/hooks";
import { call, type Region } from "../../shell/api";
import { Show, useAction, useLoaded } from "../../shell/load";
import { forget, keep, recallJson } from "../../shell/memory";
import { t } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { PlaceSelect } from "../../work/PlaceSelect";
import { Refused } from "../../work/Staff";
import { EligibilityFields } from "./EligibilityFields";
import { emptyForm, faultOf, formOf, hoursOf, requestOf, type Form } from "./form";
import { programmes } from "../programmes";
import { SessionFields } from "./SessionFields";
import { say } from "./texts";
import type { Training } from "./types";

const draft = "announcement";

/** Announces a training, or changes one. What has been typed for a new one is kept until it is announced. */
export const Announce = ({ id }: { id?: string }) => {
  const form = useLoaded(
    async () => (id ? formOf(await fresh<Training>(`/api/trainings/${id}`)) : { ...emptyForm(), ...recallJson<Form>(draft) }),
    id,
  );
  return <Show what={form}>{(known) => <AnnounceForm id={id} known={known} />}</Show>;
};

const AnnounceForm = ({ id, known }: { id?: string; known: Form }) => {
  const [form, setForm] = useState(known);
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>(null);
  const { busy, problem, run } = useAction();
  const change = (part: Partial<Form>) => {
    const changed = { ...form, ...part };
    setForm(changed);
    setFault(null);
    if (!id) keep(draft, JSON.stringify(changed));
  };
  const send = () =>
    run(async () => {
      const wrong = faultOf(form);
      setFault(wrong);
      if (wrong) return;
      const stored = await call<Training>(id ? "PUT" : "POST", id ? `/api/trainings/${id}` : "/api/trainings", requestOf(form));
      if (!id) forget(draft);
      location.hash = `#/manage/${stored.id}`;
    });
  const field = (name: keyof Form) => ({
    id: name,
    value: form[name] as string,
    onInput: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{say(id ? "changeTitle" : "announceTitle")}</h1>
      <label for="kind">{say("kind")}</label>
      <select {...field("kind")}>
        <option value="training">{say("training")}</option>
        <option value="event">{say("event")}</option>
      </select>
      <label for="programme">{say("programme")}</label>
      <select {...field("programme")}>
        {programmes().map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <label for="title">{say("title")}</label>
      <input {...field("title")} required maxLength={120} />
      <label for="titleKo">{say("titleKo")}</label>
      <input {...field("titleKo")} maxLength={120} lang="ko" />
      <label for="description">{say("description")}</label>
      <textarea {...field("description")} rows={4} maxLength={4000} />
      <label for="descriptionKo">{say("descriptionKo")}</label>
      <textarea {...field("descriptionKo")} rows={2} maxLength={4000} lang="ko" />
      <h2>{say("place")}</h2>
      <PlaceSelect
        village={form.village || null}
        of={["official", "administrator"]}
        onPick={(village) => change({ village, station: "" })}
      />
      {form.village && <Stations village={form.village} {...field("station")} />}
      <SessionFields sessions={form.sessions} onChange={(sessions) => change({ sessions })} />
      <h2>{say("signUp")}</h2>
      <label for="opens">{say("opens")}</label>
      <input {...field("opens")} type="datetime-local" required />
      <label for="closes">{say("closes")}</label>
      <input {...field("closes")} type="datetime-local" required />
      <label for="capacity">{say("capacity")}</label>
      <input {...field("capacity")} type="number" inputMode="numeric" min={1} max={100000} required />
      <label for="hours">{say("hours")}</label>
      <input {...field("hours")} type="number" inputMode="numeric" min={0} max={1000} placeholder={String(hoursOf(form.sessions))} />
      <label for="contact">{say("contact")}</label>
      <input {...field("contact")} maxLength={200} />
      <EligibilityFields form={form} onChange={change} />
      {fault && (
        <p class="note bad" role="alert">
          {say(fault)}
        </p>
      )}
      <Refused
        of={problem}
        named={{
          title: say("title"),
          village: say("place"),
          sessions: say("sessions"),
          signUpOpensAt: say("opens"),
          signUpClosesAt: say("closes"),
          capacity: say("capacity"),
          hours: say("hours"),
          contact: say("contact"),
          eligibility: say("eligibility"),
        }}
      />
      <div class="row">
        <button class="main" disabled={busy}>
          {say(id ? "saveChange" : "announce")}
        </button>
        <a class="button" href={id ? `#/manage/${id}` : "#/work"}>
          {t("back")}
        </a>
      </div>
    </form>
  );
};

/** At which station it is, where the village has one. */
const Stations = ({
  village,
  ...field
}: {
  village: string;
  id: string;
  value: string;
  onInput: (event: { currentTarget: { value: string } }) => void;
}) => {
  const stations = useLoaded(
    () => call<{ items: { id: string; name: Region["name"] }[] }>("GET", `/api/stations?region=${village}&state=certified`),
    village,
  );
  if (stations.state !== "there" || stations.value.items.length === 0) return null;
  return (
    <>
      <label for={field.id}>{say("station")}</label>
      <select {...field}>
        <option value="">{say("noStation")}</option>
        {stations.value.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name.zh}
          </option>
        ))}
      </select>
    </>
  );
};
