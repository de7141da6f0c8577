import { BothTexts, NumberField, SelectField } from "../../staff/Fields";
import { say as sayOfStaff } from "../../staff/texts";
import { say } from "./texts";
import type { Prize } from "./types";

export const Prizes = ({ prizes, problem, onChange }: { prizes: Prize[]; problem: unknown; onChange: (prizes: Prize[]) => void }) => {
  const change = (place: number, part: Partial<Prize>) =>
    onChange(prizes.map((prize, at) => (at === place ? { ...prize, ...part } : prize)));
  return (
    <>
      <h3>{say("prizes")}</h3>
      {prizes.map((prize, place) => {
        const name = say("prize", place + 1);
        return (
          <fieldset key={place}>
            <legend class="hush">{name}</legend>
            <BothTexts
              name={name}
              at={`prizes[${place}].name`}
              problem={problem}
              value={prize.name}
              onChange={(value) => change(place, { name: value })}
              required
              maxLength={40}
            />
            <div class="grid">
              <NumberField
                name={say("prizeCount", name)}
                at={`prizes[${place}].count`}
                problem={problem}
                value={prize.count}
                onChange={(count) => change(place, { count })}
                required
                min={1}
              />
              <SelectField
                name={say("prizeBy", name)}
                at={`prizes[${place}].by`}
                problem={problem}
                value={prize.by}
                onChange={(by) => change(place, { by: by as Prize["by"] })}
                options={[
                  ["rank", say("rank")],
                  ["draw", say("draw")],
                ]}
              />
            </div>
            <button type="button" onClick={() => onChange(prizes.filter((_, at) => at !== place))}>
              {sayOfStaff("remove")}
              <span class="hush"> {name}</span>
            </button>
          </fieldset>
        );
      })}
      <p class="row">
        <button type="button" onClick={() => onChange([...prizes, { name: { zh: "" }, count: 1, by: "rank" }])}>
          {sayOfStaff("add")}
          <span class="hush"> {say("prizes")}</span>
        </button>
      </p>
    </>
  );
};
