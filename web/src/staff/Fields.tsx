import type { ComponentChildren } from "preact";
import { Field as Plain } from "../design/Field";
import { Refusal } from "../shell/api";
import { Problem } from "../shell/load";
import type { Localised } from "../shell/texts";
import { reason } from "./reasons";
import { say } from "./texts";

export { Choice } from "../design/Choice";
export { Tabs } from "../design/Tabs";

/** A field of a form, with what the server said is wrong with it. */
export const Field = ({
  name,
  problem,
  at,
  hint,
  children,
}: {
  name: string;
  problem?: unknown;
  at?: string;
  hint?: string;
  children: (id: string, described: { "aria-describedby"?: string; "aria-invalid"?: boolean }) => ComponentChildren;
}) => {
  const wrong = at && problem instanceof Refusal ? problem.errors[at] : undefined;
  return (
    <Plain label={name} hint={hint} flaw={wrong?.map(reason).join(" ")}>
      {({ id, ...described }) => children(id, described)}
    </Plain>
  );
};

type Common = { name: string; problem?: unknown; at?: string; hint?: string };

export const TextField = ({
  value,
  onChange,
  long,
  ...rest
}: Common & { value: string; onChange: (value: string) => void; long?: boolean; required?: boolean; maxLength?: number }) => {
  const { name, problem, at, hint, ...input } = rest;
  return (
    <Field name={name} problem={problem} at={at} hint={hint}>
      {(id, described) =>
        long ? (
          <textarea id={id} rows={3} value={value} onInput={(event) => onChange(event.currentTarget.value)} {...described} {...input} />
        ) : (
          <input id={id} value={value} onInput={(event) => onChange(event.currentTarget.value)} {...described} {...input} />
        )
      }
    </Field>
  );
};

/** A text in Chinese, and in Korean where it is known. */
export const BothTexts = ({
  name,
  value,
  onChange,
  at,
  problem,
  ...rest
}: Omit<Common, "hint"> & {
  value: Localised;
  onChange: (value: Localised) => void;
  long?: boolean;
  required?: boolean;
  maxLength?: number;
}) => (
  <div class="two">
    <TextField
      {...rest}
      name={say("chinese", name)}
      problem={problem}
      at={at && hasError(problem, at) ? at : `${at}.zh`}
      value={value.zh}
      onChange={(zh) => onChange({ ...value, zh })}
    />
    <TextField
      {...rest}
      required={false}
      name={say("korean", name)}
      problem={problem}
      at={`${at}.ko`}
      value={value.ko ?? ""}
      onChange={(ko) => onChange({ ...value, ko: ko || null })}
    />
  </div>
);

const hasError = (problem: unknown, at: string) => problem instanceof Refusal && at in problem.errors;

export const NumberField = ({
  value,
  onChange,
  ...rest
}: Common & { value: number | null; onChange: (value: number | null) => void; required?: boolean; min?: number; max?: number }) => {
  const { name, problem, at, hint, ...input } = rest;
  return (
    <Field name={name} problem={problem} at={at} hint={hint}>
      {(id, described) => (
        <input
          id={id}
          type="number"
          inputMode="numeric"
          value={value ?? ""}
          {...described}
          {...input}
          onInput={(event) => onChange(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}
        />
      )}
    </Field>
  );
};

const eightHours = 8 * 3600_000;

const instantOf = (written: string) => {
  const instant = Date.parse(`${written}:00Z`) - eightHours;
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
};

/** An instant, filled in as a time of Beijing wherever the computer thinks it is. */
export const TimeField = ({
  value,
  onChange,
  ...rest
}: Common & { value: string | null; onChange: (value: string | null) => void; required?: boolean }) => {
  const { name, problem, at, hint, ...input } = rest;
  return (
    <Field name={name} problem={problem} at={at} hint={hint}>
      {(id, described) => (
        <input
          id={id}
          type="datetime-local"
          value={value ? new Date(Date.parse(value) + eightHours).toISOString().slice(0, 16) : ""}
          {...described}
          {...input}
          onInput={(event) => onChange(instantOf(event.currentTarget.value))}
        />
      )}
    </Field>
  );
};

export const SelectField = ({
  value,
  onChange,
  options,
  ...rest
}: Common & { value: string; onChange: (value: string) => void; options: readonly (readonly [string, string])[] }) => (
  <Field {...rest}>
    {(id, described) => (
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)} {...described}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** What went wrong with a form: the whole of it, and those fields that have no place in it. */
export const FormProblem = ({ of: problem, shown = [] }: { of: unknown; shown?: string[] }) => {
  if (!(problem instanceof Refusal)) return <Problem of={problem} />;
  const others = Object.entries(problem.errors).filter(
    ([field]) => !shown.some((known) => field === known || field.startsWith(`${known}.`) || field.startsWith(`${known}[`)),
  );
  return (
    <div class="note bad" role="alert">
      {problem.message}
      {others.map(([field, reasons]) => (
        <p key={field}>
          {field}: {reasons.map(reason).join(" ")}
        </p>
      ))}
    </div>
  );
};
