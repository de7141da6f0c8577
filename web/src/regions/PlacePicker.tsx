import { useEffect, useRef, useState } from "preact/hooks";
import type { RegionName as Choice } from "../contract";
import { Icon } from "../design/Icon";
import right from "../design/icons/chevron-right.svg";
import pin from "../design/icons/map-pin.svg";
import { Show, useLoaded } from "../shell/load";
import { of, type Localised } from "../shell/texts";
import { regionOf } from "./names";
import { NearestStation } from "./NearestStation";
import { choose } from "./pickTexts";
import { PlaceSearch } from "./PlaceSearch";

const province = "22";
const lengths = [4, 6, 9, 12];

interface Picking {
  /** Where to look: nothing is the province. */
  within?: Choice[];
  onPick: (village: string, names: Localised[]) => void;
}

/** A village: searched by name or pinyin, found by the phone's position, or step by step from the prefecture down. */
export const PlacePicker = ({ within, onPick }: Picking) => {
  const places = within && !within.some(({ code }) => code === province) ? within : [];
  const [path, set] = useState<Choice[]>(places.length === 1 ? places : []);
  const stepped = useRef(false);
  const go = (to: Choice[]) => {
    stepped.current = true;
    set(to);
  };
  const pick = (found: Choice[]) => {
    const last = found[found.length - 1]!;
    if (last.code.length < 12) return go(found);
    onPick(
      last.code,
      found.filter(({ code }) => code.length > 4).map(({ name }) => name),
    );
  };
  return (
    <fieldset class="picker">
      <legend>{choose("village")}</legend>
      <PlaceSearch within={places} onPick={pick} />
      {!places.length && <NearestStation onPick={pick} />}
      <Steps path={path} places={places} focused={stepped.current} onGo={go} onPick={pick} />
    </fieldset>
  );
};

const Steps = ({
  path,
  places,
  focused,
  onGo,
  onPick,
}: {
  path: Choice[];
  places: Choice[];
  focused: boolean;
  onGo: (path: Choice[]) => void;
  onPick: (path: Choice[]) => void;
}) => {
  const last = path[path.length - 1];
  const parts = useLoaded(
    async () => (last ? (await regionOf(last.code)).children : places.length ? places : (await regionOf(province)).children),
    last?.code,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!focused || parts.state !== "there") return;
    heading.current!.focus();
    heading.current!.scrollIntoView({ block: "start" });
  }, [last?.code, parts.state]);
  const back = (at: number) => onGo(path.slice(0, at));
  const first = places.length === 1 ? 1 : 0;
  return (
    <Show what={parts}>
      {(choices) => (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {choose(stepOf(choices[0]?.code.length))}
          </h3>
          {path.length > first && (
            <p class="path">
              {path.slice(first).map(({ code, name }, at) => (
                <button key={code} type="button" class="plain" onClick={() => back(first + at)}>
                  <span class="sr">{choose("changeThis")}</span> {of(name)} ×
                </button>
              ))}
            </p>
          )}
          <ul class={choices.length > 10 ? "list long" : "list"}>
            {choices.map((choice) => (
              <li key={choice.code}>
                <button type="button" onClick={() => onPick([...path, choice])}>
                  <Icon of={pin} />
                  <span>{of(choice.name)}</span>
                  {choice.code.length < 12 && <Icon of={right} />}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Show>
  );
};

const stepOf = (length: number | undefined) =>
  (["inPrefectures", "inCounties", "inTowns", "inVillages"] as const)[Math.max(0, lengths.indexOf(length ?? 12))]!;
