import { Show, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { groups } from "../../people/groups";
import { pathOf } from "../../work/places";
import type { Form } from "./form";
import { say } from "./texts";

/** Who may come; folded away, because usually everybody may. */
export const EligibilityFields = ({ form, onChange }: { form: Form; onChange: (part: Partial<Form>) => void }) => {
  const limited = !!(form.gender || form.minAge || form.maxAge || form.regions.length || form.ethnicGroups.length);
  const toggle = (code: string) =>
    onChange({
      ethnicGroups: form.ethnicGroups.includes(code) ? form.ethnicGroups.filter((other) => other !== code) : [...form.ethnicGroups, code],
    });
  return (
    <details open={limited}>
      <summary>{say("eligibility")}</summary>
      <label for="gender">{say("gender")}</label>
      <select id="gender" value={form.gender} onChange={(event) => onChange({ gender: event.currentTarget.value })}>
        <option value="">{say("all")}</option>
        <option value="2">{say("women")}</option>
        <option value="1">{say("men")}</option>
      </select>
      <div class="two">
        <div>
          <label for="minAge">{say("minAge")}</label>
          <input
            id="minAge"
            type="number"
            inputMode="numeric"
            min={0}
            max={120}
            value={form.minAge}
            onInput={(event) => onChange({ minAge: event.currentTarget.value })}
          />
        </div>
        <div>
          <label for="maxAge">{say("maxAge")}</label>
          <input
            id="maxAge"
            type="number"
            inputMode="numeric"
            min={0}
            max={120}
            value={form.maxAge}
            onInput={(event) => onChange({ maxAge: event.currentTarget.value })}
          />
        </div>
      </div>
      {form.village && <Regions form={form} onChange={onChange} />}
      <fieldset>
        <legend>{say("groups")}</legend>
        {groups.map(([code, zh, ko]) => (
          <label class="option" key={code}>
            <input type="checkbox" checked={form.ethnicGroups.includes(code)} onChange={() => toggle(code)} /> {of({ zh, ko })}
          </label>
        ))}
      </fieldset>
    </details>
  );
};

const Regions = ({ form, onChange }: { form: Form; onChange: (part: Partial<Form>) => void }) => {
  const path = useLoaded(() => pathOf(form.village), form.village);
  const codes = [6, 9, 12].map((length) => form.village.slice(0, length));
  const named = form.regions.join(",");
  return (
    <Show what={path}>
      {(names) => (
        <>
          <label for="regions">{say("regions")}</label>
          <select
            id="regions"
            value={named}
            onChange={(event) => onChange({ regions: event.currentTarget.value ? event.currentTarget.value.split(",") : [] })}
          >
            <option value="">{say("everywhere")}</option>
            {codes.map((code, at) => (
              <option key={code} value={code}>
                {of(names[at])}
              </option>
            ))}
            {named && !codes.includes(named) && <option value={named}>{say("asBefore")}</option>}
          </select>
        </>
      )}
    </Show>
  );
};
