import { useState } from "preact/hooks";
import { groups } from "../people/groups";
import { of } from "../shell/texts";
import { say } from "./texts";
import type { Eligibility } from "./types";

/** Somebody of the household; a training with conditions judges by what is declared here, and by nothing else. */
export interface Relative {
  phone: string;
  name: string;
  gender?: string;
  birthYear?: number;
  ethnicGroup?: string;
}

const most = 4;
const mobile = /^1[3-9]\d{9}$/;

/** Others of the household, by phone and name. */
export const Household = ({
  rules,
  busy,
  onSignUp,
  onLeave,
}: {
  rules: Eligibility | null;
  busy: boolean;
  onSignUp: (people: Relative[]) => void;
  onLeave: () => void;
}) => {
  const [people, set] = useState<Relative[]>([{ phone: "", name: "" }]);
  const [checked, check] = useState(false);
  const change = (at: number, part: Partial<Relative>) =>
    set(people.map((person, each) => (each === at ? { ...person, ...part } : person)));
  const wrong = people.map((person, at) => flawsOf(person, people.slice(0, at)));

  const submit = (event: Event) => {
    event.preventDefault();
    check(true);
    if (wrong.every(({ name, phone }) => !name && !phone))
      onSignUp(people.map((person) => ({ ...person, name: person.name.trim(), phone: bare(person.phone) })));
  };

  return (
    <form noValidate onSubmit={submit}>
      <h2>{say("withHousehold")}</h2>
      <p class="soft">{say("allOrNothing", most)}</p>
      {rules && <p class="note">{say("declare")}</p>}
      {people.map((person, at) => (
        <fieldset key={at}>
          <legend>{say("person", at + 1)}</legend>
          <Field
            id={`name${at}`}
            label={say("personName")}
            value={person.name}
            flaw={checked ? wrong[at]!.name : ""}
            onInput={(name) => change(at, { name })}
          />
          <Field
            id={`phone${at}`}
            label={say("personPhone")}
            tel
            value={person.phone}
            flaw={checked ? wrong[at]!.phone : ""}
            onInput={(phone) => change(at, { phone })}
          />
          {rules && <Declared at={at} rules={rules} person={person} onChange={(part) => change(at, part)} />}
          {people.length > 1 && (
            <button
              type="button"
              class="slight"
              aria-label={`${say("drop")}: ${say("person", at + 1)}`}
              onClick={() => set(people.filter((_, each) => each !== at))}
            >
              {say("drop")}
            </button>
          )}
        </fieldset>
      ))}
      <div class="row">
        <button class="main" disabled={busy}>
          {say("signUpAll")}
        </button>
        {people.length < most && (
          <button type="button" disabled={busy} onClick={() => set([...people, { phone: "", name: "" }])}>
            {say("add")}
          </button>
        )}
        <button type="button" disabled={busy} onClick={onLeave}>
          {say("notNow")}
        </button>
      </div>
    </form>
  );
};

const Declared = ({
  at,
  rules,
  person,
  onChange,
}: {
  at: number;
  rules: Eligibility;
  person: Relative;
  onChange: (part: Partial<Relative>) => void;
}) => (
  <>
    {rules.gender && (
      <>
        <label for={`gender${at}`}>{say("gender")}</label>
        <select
          id={`gender${at}`}
          value={person.gender ?? ""}
          onChange={(event) => onChange({ gender: event.currentTarget.value || undefined })}
        >
          <option value="">{say("notSaid")}</option>
          <option value="2">{say("female")}</option>
          <option value="1">{say("male")}</option>
        </select>
      </>
    )}
    {(rules.minAge !== null || rules.maxAge !== null) && (
      <>
        <label for={`year${at}`}>{say("birthYear")}</label>
        <input
          id={`year${at}`}
          inputMode="numeric"
          maxLength={4}
          value={person.birthYear ?? ""}
          onInput={(event) => onChange({ birthYear: Number(event.currentTarget.value) || undefined })}
        />
      </>
    )}
    {rules.ethnicGroups && (
      <>
        <label for={`group${at}`}>{say("ethnicGroup")}</label>
        <select
          id={`group${at}`}
          value={person.ethnicGroup ?? ""}
          onChange={(event) => onChange({ ethnicGroup: event.currentTarget.value || undefined })}
        >
          <option value="">{say("notSaid")}</option>
          {groups.map(([code, zh, ko]) => (
            <option key={code} value={code}>
              {of({ zh, ko })}
            </option>
          ))}
        </select>
      </>
    )}
  </>
);

const bare = (phone: string) => phone.replace(/[\s-]/g, "");

const flawsOf = ({ name, phone }: Relative, before: Relative[]) => ({
  name: name.trim() ? "" : say("noName"),
  phone: !mobile.test(bare(phone)) ? say("badPhone") : before.some((other) => bare(other.phone) === bare(phone)) ? say("twice") : "",
});

const Field = ({
  id,
  label,
  value,
  flaw,
  tel,
  onInput,
}: {
  id: string;
  label: string;
  value: string;
  flaw: string;
  tel?: boolean;
  onInput: (value: string) => void;
}) => (
  <>
    <label for={id}>{label}</label>
    <input
      id={id}
      inputMode={tel ? "tel" : "text"}
      maxLength={40}
      value={value}
      aria-invalid={flaw !== ""}
      aria-describedby={flaw ? `${id}-flaw` : undefined}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
    {flaw && (
      <p class="bad" id={`${id}-flaw`} role="alert">
        {flaw}
      </p>
    )}
  </>
);
