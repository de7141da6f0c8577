import { Field } from "../design/Field";
import type { Person } from "../shell/api";
import { say } from "./texts";

const ageWithoutGuardian = 14;

/** A child under 14, by the year of birth, as the server counts. */
export const needsGuardian = ({ birthYear }: Pick<Person, "birthYear">) =>
  birthYear !== null && new Date().getFullYear() - birthYear < ageWithoutGuardian;

export const ConsentField = ({
  agreed,
  guardian,
  child,
  flaw,
  guardianFlaw,
  onAgree,
  onGuardian,
}: {
  agreed: boolean;
  guardian: string;
  child: boolean;
  flaw: string | undefined;
  guardianFlaw: string | undefined;
  onAgree: (agreed: boolean) => void;
  onGuardian: (name: string) => void;
}) => (
  <>
    {child && (
      <Field id="guardian" label={say("guardian")} hint={say("guardianHint")} flaw={guardianFlaw}>
        {(input) => <input {...input} maxLength={40} value={guardian} onInput={(event) => onGuardian(event.currentTarget.value)} />}
      </Field>
    )}
    <div class={flaw ? "wrong" : ""}>
      <label class="option">
        <input
          type="checkbox"
          checked={agreed}
          aria-invalid={flaw ? "true" : undefined}
          aria-describedby={flaw ? "consent-flaw" : undefined}
          onChange={(event) => onAgree(event.currentTarget.checked)}
        />{" "}
        <span>{say("agree")}</span>
      </label>
      <p class="soft">
        <a href="#/privacy">{say("privacy")}</a> · <a href="#/terms">{say("terms")}</a>
      </p>
      {flaw && (
        <p class="flaw" id="consent-flaw" role="alert">
          {flaw}
        </p>
      )}
    </div>
  </>
);
