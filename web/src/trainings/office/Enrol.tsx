import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { useAction } from "../../shell/load";
import { t } from "../../shell/texts";
import { Refused } from "../../work/Staff";
import { isPhone, phoneOf, readSheet, type Villager } from "./people";
import { say } from "./texts";
import type { Enrolment } from "./types";

const most = 50;
const nobody: Villager = { phone: "", name: "" };

/** Signs up villagers, all of them or nobody. */
export const Enrol = ({ id }: { id: string }) => {
  const [rows, setRows] = useState<Villager[]>([nobody]);
  const [said, say1] = useState("");
  const [fault, setFault] = useState("");
  const [enrolled, setEnrolled] = useState<Enrolment[] | null>(null);
  const { busy, problem, run } = useAction();
  const filled = rows.filter(({ phone, name }) => phone.trim() || name.trim());
  const change = (at: number, part: Partial<Villager>) => setRows(rows.map((row, other) => (other === at ? { ...row, ...part } : row)));

  const paste = (area: HTMLTextAreaElement) => {
    const { people, rest } = readSheet(area.value);
    if (people.length === 0) return;
    setRows([...filled, ...people]);
    say1([say("pasted", people.length), rest.length > 0 && say("notUnderstood", rest.join(" / "))].filter(Boolean).join(" "));
    area.value = "";
  };
  const send = () =>
    run(async () => {
      const wrong = faultOf(filled);
      setFault(wrong);
      if (wrong) return;
      const people = filled.map(({ phone, name }) => ({ phone: phoneOf(phone), name: name.trim() }));
      setEnrolled((await call<{ items: Enrolment[] }>("POST", `/api/trainings/${id}/enrolments`, { people })).items);
    });

  if (enrolled) return <Done id={id} enrolled={enrolled} />;
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{say("enrol")}</h1>
      <label for="sheet">{say("paste")}</label>
      <textarea id="sheet" rows={3} onInput={(event) => paste(event.currentTarget)} />
      {said && (
        <p class="note" role="status">
          {said}
        </p>
      )}
      {rows.map((row, at) => (
        <div class="person" key={at}>
          <input
            aria-label={say("phoneOf", at + 1)}
            placeholder={say("phone")}
            type="tel"
            inputMode="tel"
            required={filled.length === 0 || !!row.name}
            value={row.phone}
            onInput={(event) => change(at, { phone: event.currentTarget.value })}
          />
          <input
            aria-label={say("nameOf", at + 1)}
            placeholder={say("name")}
            maxLength={40}
            required={filled.length === 0 || !!row.phone}
            value={row.name}
            onInput={(event) => change(at, { name: event.currentTarget.value })}
          />
          {rows.length > 1 && (
            <button type="button" aria-label={say("removePerson", at + 1)} onClick={() => setRows(rows.filter((_, other) => other !== at))}>
              ×
            </button>
          )}
        </div>
      ))}
      <button type="button" onClick={() => setRows([...rows, nobody])}>
        {say("addPerson")}
      </button>
      {fault && (
        <p class="note bad" role="alert">
          {fault}
        </p>
      )}
      <Refused of={problem} named={{ people: `${say("phone")}、${say("name")}` }} />
      <div class="row">
        <button class="main" disabled={busy || filled.length === 0}>
          {say("enrolAll", filled.length)}
        </button>
        <a class="button" href={`#/manage/${id}`}>
          {t("back")}
        </a>
      </div>
    </form>
  );
};

const faultOf = (people: Villager[]) => {
  const bad = people.find(({ phone }) => !isPhone(phone));
  const phones = people.map(({ phone }) => phoneOf(phone));
  const twice = phones.find((phone, at) => phones.indexOf(phone) !== at);
  return people.length > most ? say("tooMany") : bad ? say("badPhone", bad.name || bad.phone) : twice ? say("twice", twice) : "";
};

const Done = ({ id, enrolled }: { id: string; enrolled: Enrolment[] }) => (
  <div class="card">
    <h1>{say("enrolled")}</h1>
    <div role="status">
      <ul class="people">
        {enrolled.map(({ enrolment, name, state, position }) => (
          <li key={enrolment}>
            <b>{name}</b> {state === "waiting" ? say("position", position ?? 0) : say("confirmed")}
          </li>
        ))}
      </ul>
    </div>
    <div class="row">
      <a class="button main" href={`#/roster/${id}`}>
        {say("roster")}
      </a>
      <a class="button" href={`#/manage/${id}`}>
        {t("back")}
      </a>
    </div>
  </div>
);
