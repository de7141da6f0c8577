import { groups } from "../people/groups";
import { of } from "../shell/texts";
import { NumberField, SelectField } from "../staff/Fields";
import { say } from "./texts";

/** Those of a place that are meant; what is absent means everybody. */
export interface Audience {
  gender?: string;
  minAge?: number;
  maxAge?: number;
  ethnicGroups?: string[];
  leftBehind?: boolean;
}

export const AudienceFields = ({
  value,
  problem,
  onChange,
}: {
  value: Audience;
  problem: unknown;
  onChange: (value: Audience) => void;
}) => {
  const change = (part: { [Key in keyof Audience]: Audience[Key] | undefined }) =>
    onChange(Object.fromEntries(Object.entries({ ...value, ...part }).filter(([, known]) => known !== undefined)));
  return (
    <details>
      <summary>{say("audience")}</summary>
      <div class="two">
        <SelectField
          name={say("gender")}
          at="audience.gender"
          problem={problem}
          value={value.gender ?? ""}
          onChange={(gender) => change({ gender: gender || undefined })}
          options={[
            ["", say("everybody")],
            ["2", say("women")],
            ["1", say("men")],
          ]}
        />
        <SelectField
          name={say("group")}
          at="audience.ethnicGroups"
          problem={problem}
          value={value.ethnicGroups?.[0] ?? ""}
          onChange={(group) => change({ ethnicGroups: group ? [group] : undefined })}
          options={[["", say("everybody")] as const, ...groups.map(([code, zh, ko]) => [code, of({ zh, ko })] as const)]}
        />
        <NumberField
          name={say("minAge")}
          at="audience.minAge"
          problem={problem}
          value={value.minAge ?? null}
          onChange={(age) => change({ minAge: age ?? undefined })}
          min={0}
          max={120}
        />
        <NumberField
          name={say("maxAge")}
          at="audience.maxAge"
          problem={problem}
          value={value.maxAge ?? null}
          onChange={(age) => change({ maxAge: age ?? undefined })}
          min={0}
          max={120}
        />
      </div>
      <label class="option">
        <input
          type="checkbox"
          checked={value.leftBehind ?? false}
          onChange={(event) => change({ leftBehind: event.currentTarget.checked || undefined })}
        />{" "}
        {say("leftBehind")}
      </label>
    </details>
  );
};
