import { useRef, useState } from "preact/hooks";
import { Field } from "../design/Field";
import { call, Refusal, type Person } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { language, of, type Localised } from "../shell/texts";
import { PlacePicker } from "../regions/PlacePicker";
import { ConsentField, needsGuardian } from "./ConsentField";
import { MoreAboutMe } from "./MoreAboutMe";
import { say } from "./texts";

type Flaws = Partial<Record<"name" | "village" | "consent" | "guardian" | "birthYear", string>>;

/** What somebody says of themselves. */
export const ProfileForm = ({ person, done, onSaved }: { person: Person; done: string; onSaved: (person: Person) => void }) => {
  const [form, set] = useState(person);
  const [place, put] = useState<Localised[]>(person.placeNames.slice(2));
  const [picking, pick] = useState(!person.village);
  const version = person.consentAsked ?? person.consent?.version; // of the documents, as they are now
  const agreedBefore = !person.consentAsked;
  const [agreed, agree] = useState(agreedBefore);
  const [guardian, name] = useState(person.consent?.guardian ?? "");
  const [flaws, find] = useState<Flaws>({});
  const { busy, problem, run } = useAction();
  const whole = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Person>) => set({ ...form, ...part });

  const save = () => {
    const found = flawsOf(form, agreed, guardian);
    find(found);
    if (Object.keys(found).length) {
      setTimeout(() => whole.current?.querySelector<HTMLElement>("[aria-invalid] , .wrong input")?.focus());
      return;
    }
    void run(async () => {
      const { village, gender, birthYear, ethnicGroup, leftBehind } = form;
      const consent = version && { version, guardian: needsGuardian(form) ? guardian.trim() : null };
      onSaved(
        await call<Person>("PUT", "/api/me", {
          name: form.name!.trim(),
          village,
          gender,
          birthYear,
          ethnicGroup,
          leftBehind,
          language: language(),
          ...(consent && { consent }),
        }),
      );
    });
  };
  const told = problem instanceof Refusal ? Object.keys(problem.errors) : [];

  return (
    <form
      ref={whole}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field id="name" label={say("name")} flaw={flaws.name ?? (told.includes("name") ? say("noName") : "")}>
        {(input) => (
          <input
            {...input}
            autocomplete="name"
            maxLength={40}
            value={form.name ?? ""}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      {picking ? (
        <div class={flaws.village ? "wrong" : ""}>
          <PlacePicker
            onPick={(village, names) => {
              change({ village });
              put(names);
              pick(false);
            }}
          />
          {flaws.village && (
            <p class="flaw" role="alert">
              {flaws.village}
            </p>
          )}
        </div>
      ) : (
        <div>
          <h2>{say("village")}</h2>
          <p>
            <b>{place.map(of).join(" ")}</b>{" "}
            <button type="button" class="plain" onClick={() => pick(true)}>
              {say("again")}
            </button>
          </p>
        </div>
      )}
      <MoreAboutMe form={form} flaw={flaws.birthYear ?? (told.includes("birthYear") ? say("badYear") : "")} onChange={change} />
      {!(agreedBefore && !needsGuardian(form)) && (
        <ConsentField
          agreed={agreed}
          guardian={guardian}
          child={needsGuardian(form)}
          flaw={flaws.consent}
          guardianFlaw={flaws.guardian}
          onAgree={agree}
          onGuardian={name}
        />
      )}
      {told.length ? null : <Problem of={problem} />}
      <button class="main wide" disabled={busy}>
        {done}
      </button>
    </form>
  );
};

const flawsOf = (form: Person, agreed: boolean, guardian: string): Flaws => ({
  ...(!form.name?.trim() && { name: say("noName") }),
  ...(!form.village && { village: say("noVillage") }),
  ...(form.birthYear !== null && !(form.birthYear >= 1900 && form.birthYear <= new Date().getFullYear()) && { birthYear: say("badYear") }),
  ...(!agreed && { consent: say("noConsent") }),
  ...(needsGuardian(form) && !guardian.trim() && { guardian: say("noGuardian") }),
});
