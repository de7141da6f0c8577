import { Field } from "../design/Field";
import type { Person } from "../shell/api";
import { of } from "../shell/texts";
import { groups } from "./groups";
import { say } from "./texts";

/** What nobody has to say. */
export const MoreAboutMe = ({ form, flaw, onChange }: { form: Person; flaw: string; onChange: (part: Partial<Person>) => void }) => (
  <details open={!!form.gender || !!form.birthYear || !!form.ethnicGroup || form.leftBehind || !!flaw}>
    <summary>{say("more")}</summary>
    <Field id="gender" label={say("gender")}>
      {(input) => (
        <select {...input} value={form.gender ?? ""} onChange={(event) => onChange({ gender: event.currentTarget.value || null })}>
          <option value="">{say("notSaid")}</option>
          <option value="1">{say("male")}</option>
          <option value="2">{say("female")}</option>
        </select>
      )}
    </Field>
    <Field id="year" label={say("birthYear")} flaw={flaw}>
      {(input) => (
        <input
          {...input}
          inputMode="numeric"
          maxLength={4}
          value={form.birthYear ?? ""}
          onInput={(event) => onChange({ birthYear: Number(event.currentTarget.value.replace(/\D/g, "")) || null })}
        />
      )}
    </Field>
    <Field id="group" label={say("ethnicGroup")}>
      {(input) => (
        <select
          {...input}
          value={form.ethnicGroup ?? ""}
          onChange={(event) => onChange({ ethnicGroup: event.currentTarget.value || null })}
        >
          <option value="">{say("notSaid")}</option>
          {groups.map(([code, zh, ko]) => (
            <option key={code} value={code}>
              {of({ zh, ko })}
            </option>
          ))}
        </select>
      )}
    </Field>
    <label class="option">
      <input type="checkbox" checked={form.leftBehind} onChange={(event) => onChange({ leftBehind: event.currentTarget.checked })} />{" "}
      {say("leftBehind")}
    </label>
  </details>
);
