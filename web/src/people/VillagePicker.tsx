import { useState } from "preact/hooks";
import type { RegionName as Choice, RegionResponse } from "../contract";
import { call, type Region } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { of, type Localised } from "../shell/texts";
import { say } from "./texts";

const province = "22";

type Group = Omit<RegionResponse, "level">;

/** Three taps: county, town, village. Fewer within places that are given. */
export const VillagePicker = ({ within, onPick }: { within?: Choice[]; onPick: (village: string, names: Localised[]) => void }) => {
  const [chosen, setChosen] = useState<Choice[]>([]);
  const last = chosen[chosen.length - 1];
  const choices = useLoaded(() => (last ? partsOf(last.code) : within?.length ? start(within) : counties()), last?.code);
  const pick = (child: Choice) => {
    const path = [...chosen, child];
    if (child.code.length === 12)
      onPick(
        child.code,
        path.map(({ name }) => name),
      );
    else setChosen(path);
  };

  return (
    <fieldset>
      <Show what={choices}>
        {(groups) => (
          <>
            <legend>{say(legendOf(groups, !!within))}</legend>
            {last && (
              <p>
                {chosen.map(({ name }) => of(name)).join(" ")}{" "}
                <button type="button" onClick={() => setChosen([])}>
                  {say("again")}
                </button>
              </p>
            )}
            {groups.map((group) => (
              <div key={group.code}>
                {groups.length > 1 && <h2>{of(group.name)}</h2>}
                <div class="pick">
                  {group.children.map((child) => (
                    <button key={child.code} type="button" onClick={() => pick(child)}>
                      {of(child.name)}
                    </button>
                  ))}
                </div>
              </div>
            ))}
          </>
        )}
      </Show>
    </fieldset>
  );
};

const legendOf = (groups: Group[], fewer: boolean) => {
  const length = groups[0]?.children[0]?.code.length ?? 12;
  const step = length <= 6 ? 0 : length === 9 ? 1 : 2;
  return fewer ? (["inCounties", "inTowns", "inVillages"] as const)[step]! : (["pickCounty", "pickTown", "pickVillage"] as const)[step]!;
};

const partsOf = (code: string) => call<Region>("GET", `/api/regions/${code}`).then((region) => [region]);

/** One place: its parts. Several: themselves. */
const start = async (places: Choice[]): Promise<Group[]> =>
  places.length === 1 && places[0]!.code.length < 12
    ? places[0]!.code === province
      ? counties()
      : partsOf(places[0]!.code)
    : [{ code: "", name: { zh: "" }, parent: null, children: places }];

const counties = async () => {
  const whole = await call<Region>("GET", `/api/regions/${province}`);
  return Promise.all(whole.children.map(({ code }) => call<Region>("GET", `/api/regions/${code}`)));
};
