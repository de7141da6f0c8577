import { useEffect, useState } from "preact/hooks";
import type { RegionName as Choice } from "../contract";
import { Icon } from "../design/Icon";
import right from "../design/icons/chevron-right.svg";
import pin from "../design/icons/map-pin.svg";
import { call } from "../shell/api";
import { of, type Localised } from "../shell/texts";
import { choose } from "./pickTexts";

interface Found extends Choice {
  /** Of what it lies in, upwards. */
  names: Localised[];
}

const pause = 250; // ms: while somebody types, nothing is asked

/** Places by a name, or by letters of its pinyin. */
export const PlaceSearch = ({ within, onPick }: { within: Choice[]; onPick: (path: Choice[]) => void }) => {
  const [typed, type] = useState("");
  const [found, show] = useState<Found[] | null>(null);
  const [lost, lose] = useState(false);
  const wanted = typed.trim();
  useEffect(() => {
    let current = true;
    lose(false);
    if (!wanted) return show(null);
    const timer = setTimeout(
      () =>
        search(wanted, within).then(
          (places) => current && show(places),
          () => current && lose(true),
        ),
      pause,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return (
    <>
      <label for="place">{choose("search")}</label>
      <p class="hint" id="place-hint">
        {choose("searchHint")}
      </p>
      <input
        id="place"
        type="search"
        autocomplete="off"
        maxLength={40}
        aria-describedby="place-hint"
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault(); // the form is not sent by it
          if (found?.[0]) onPick(pathOf(found[0]));
        }}
      />
      <div role="status">
        {lost && <p class="bad">{choose("searchLost")}</p>}
        {!lost && wanted && found && found.length === 0 && <p class="soft">{choose("nothing")}</p>}
        {found && found.length > 0 && <span class="sr">{choose("found", found.length)}</span>}
      </div>
      {found && found.length > 0 && (
        <ul class="list long">
          {found.map((place) => (
            <li key={place.code}>
              <button
                type="button"
                onClick={() => {
                  type("");
                  onPick(pathOf(place));
                }}
              >
                <Icon of={pin} />
                <span>
                  {of(place.name)}
                  <small>{place.names.slice(0, -1).map(of).join(" · ")}</small>
                </span>
                {place.code.length < 12 && <Icon of={right} />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const search = async (wanted: string, within: Choice[]) => {
  const inside = within.length === 1 ? `&within=${within[0]!.code}` : "";
  const { items } = await call<{ items: Found[] }>("GET", `/api/regions?q=${encodeURIComponent(wanted)}${inside}`);
  return within.length ? items.filter(({ code }) => within.some((place) => code.startsWith(place.code))) : items;
};

/** From the prefecture down to the place itself. */
const pathOf = ({ code, name, names }: Found): Choice[] => {
  const above = names.slice(0, names.length).reverse();
  const levels = [4, 6, 9, 12].filter((length) => length < code.length);
  const known = above.slice(Math.max(0, above.length - levels.length));
  return [...known.map((one, at) => ({ code: code.slice(0, levels[at]), name: one })), { code, name }];
};
