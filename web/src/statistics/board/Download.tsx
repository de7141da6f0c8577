import { useState } from "preact/hooks";
import { SelectField } from "../../staff/Fields";
import { today } from "../../staff/days";
import { say } from "./texts";

const years = () => Array.from({ length: 5 }, (_, before) => String(Number(today().slice(0, 4)) - before));

/** The yearly form as a file; it holds what everybody may see. */
export const Download = ({ region }: { region: string }) => {
  const [year, setYear] = useState(years()[0]!);
  return (
    <section class="card">
      <h2>{say("files")}</h2>
      <p class="soft">{say("filesNote")}</p>
      <div class="grid">
        <SelectField name={say("yearOf")} value={year} onChange={setYear} options={years().map((one) => [one, one] as const)} />
      </div>
      <p class="row">
        {(["xlsx", "csv"] as const).map((format) => (
          <a
            class="button"
            key={format}
            href={`/api/statistics/${region}/export?year=${year}&format=${format}`}
            download={`statistics-${region}-${year}.${format}`}
          >
            {say("form", year, format === "xlsx" ? "Excel" : "CSV")}
          </a>
        ))}
      </p>
    </section>
  );
};
