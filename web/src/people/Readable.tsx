import { moment } from "../shell/format";
import { of, type Localised } from "../shell/texts";
import { fields, sections, word } from "./readableTexts";

/** What GET /api/me/data tells: parts by name, each a record or a list of records. */
export type Held = Record<string, unknown>;

/** What is held about somebody, to be read; all of it is in the file. */
export const Readable = ({ data }: { data: Held }) => (
  <>
    {Object.entries(data).map(([name, held]) => {
      const records = (Array.isArray(held) ? held : [held]).filter(isRecord);
      return sections[name] && records.length > 0 ? (
        <details key={name} open={records.length === 1}>
          <summary>
            {of(sections[name])}
            {Array.isArray(held) && ` (${records.length})`}
          </summary>
          {records.map((record, at) => (
            <Facts key={at} record={record} />
          ))}
        </details>
      ) : null;
    })}
  </>
);

const isRecord = (held: unknown): held is Held => typeof held === "object" && held !== null && !Array.isArray(held);

const Facts = ({ record }: { record: Held }) => {
  const known = Object.entries(record).flatMap(([name, value]) => {
    const said = fields[name] && sayOf(value);
    return said ? [[of(fields[name]), said] as const] : [];
  });
  return known.length === 0 ? null : (
    <dl>
      {known.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
};

const instant = /^\d{4}-\d\d-\d\dT/;

const sayOf = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return word(value ? "yes" : "no");
  if (typeof value === "string") return instant.test(value) ? moment(value) : value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(sayOf).filter(Boolean).join("、");
  return isRecord(value) && "zh" in value ? of(value as unknown as Localised) : "";
};
