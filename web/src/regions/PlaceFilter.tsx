import { Show, useLoaded } from "../shell/load";
import { of, sentences } from "../shell/texts";
import { regionOf } from "./names";

const say = sentences({
  prefecture: ["市（州）", "시(주)"],
  county: ["县（市、区）", "현(시, 구)"],
  town: ["乡镇（街道）", "향진(가두)"],
  all: ["全部", "전체"],
});

export const province = "22";
const levels = [
  ["prefecture", 2, 4],
  ["county", 4, 6],
  ["town", 6, 9],
] as const;

/** Where to look: the province, or a part of it down to a town. */
export const PlaceFilter = ({ place, onPick }: { place: string; onPick: (place: string) => void }) => (
  <>
    {levels.map(
      ([level, outer, inner]) =>
        place.length >= outer && (
          <Parts key={level} level={level} within={place.slice(0, outer)} chosen={place.slice(0, inner)} onPick={onPick} />
        ),
    )}
  </>
);

const Parts = ({
  level,
  within,
  chosen,
  onPick,
}: {
  level: (typeof levels)[number][0];
  within: string;
  chosen: string;
  onPick: (place: string) => void;
}) => {
  const region = useLoaded(() => regionOf(within), within);
  return (
    <>
      <label for={level}>{say(level)}</label>
      <Show what={region}>
        {({ children }) => (
          <select id={level} value={chosen} onChange={(event) => onPick(event.currentTarget.value)}>
            <option value={within}>{say("all")}</option>
            {children.map(({ code, name }) => (
              <option key={code} value={code}>
                {of(name)}
              </option>
            ))}
          </select>
        )}
      </Show>
    </>
  );
};

/** The name of a place, once it is known. */
export const PlaceName = ({ code }: { code: string }) => {
  const region = useLoaded(() => regionOf(code), code);
  return <>{region.state === "there" ? of(region.value.name) : "…"}</>;
};
