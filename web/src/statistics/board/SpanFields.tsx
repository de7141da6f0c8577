import { Field } from "../../staff/Fields";
import type { Span } from "./spans";
import { say } from "./texts";
import type { Period } from "./types";

const types = { day: "date", month: "month", year: "number" } as const;

const right: Record<Period, RegExp> = { day: /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/, year: /^(20|21)\d\d$/ };

/** From when to when; what is half typed changes nothing yet. */
export const SpanFields = ({ period, span, onChange }: { period: Period; span: Span; onChange: (span: Span) => void }) => {
  const one = (end: keyof Span) => (
    <Field key={period} name={say(end)}>
      {(id) => (
        <input
          id={id}
          type={types[period]}
          value={span[end]}
          onChange={(event) => {
            const changed = { ...span, [end]: event.currentTarget.value };
            if (right[period].test(event.currentTarget.value) && changed.from <= changed.to) onChange(changed);
          }}
        />
      )}
    </Field>
  );
  return (
    <>
      {one("from")}
      {one("to")}
    </>
  );
};
