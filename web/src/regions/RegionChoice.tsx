import { Show, useLoaded } from "../shell/load";
import { of, t } from "../shell/texts";
import { regionOf, type Place } from "../work/places";
import { say } from "./texts";

const lengths = [2, 4, 6, 9, 12];

/** A region within those that somebody works for: the way down to it, each step a button back, and a choice of its parts. */
export const RegionChoice = ({
  roots,
  region,
  deepest = 12,
  onChange,
}: {
  roots: Place[];
  region: string;
  deepest?: number;
  onChange: (region: string) => void;
}) => {
  const root = roots.find(({ code }) => region.startsWith(code)) ?? roots[0]!;
  const path = lengths.filter((length) => length >= root.code.length && length <= region.length).map((length) => region.slice(0, length));
  const loaded = useLoaded(() => Promise.all(path.map(regionOf)), region);
  return (
    <nav class="region" aria-label={say("region")}>
      {roots.length > 1 && (
        <select aria-label={say("yourRegions")} value={root.code} onChange={(event) => onChange(event.currentTarget.value)}>
          {roots.map(({ code, name }) => (
            <option key={code} value={code}>
              {of(name)}
            </option>
          ))}
        </select>
      )}
      <Show what={loaded}>
        {(regions) => {
          const here = regions[regions.length - 1]!;
          return (
            <>
              <ol>
                {regions.map(({ code, name }) => (
                  <li key={code}>
                    {code === region ? (
                      <b aria-current="true">{of(name)}</b>
                    ) : (
                      <button type="button" class="link" onClick={() => onChange(code)}>
                        {of(name)}
                      </button>
                    )}
                  </li>
                ))}
              </ol>
              {here.children.length > 0 && here.children[0]!.code.length <= deepest && (
                <select aria-label={say("parts")} value="" onChange={(event) => onChange(event.currentTarget.value)}>
                  <option value="" disabled>
                    {say("choosePart")}
                  </option>
                  {here.children.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {of(name)}
                    </option>
                  ))}
                </select>
              )}
            </>
          );
        }}
      </Show>
    </nav>
  );
};

/** The names down to a region, without those of its upper levels that everybody here knows. */
export const RegionName = ({ code }: { code: string }) => {
  const names = useLoaded(
    () =>
      Promise.all(
        lengths
          .filter((length) => length <= code.length && (length > 2 || code.length === 2))
          .map((length) => regionOf(code.slice(0, length))),
      ),
    code,
  );
  return (
    <>{names.state === "there" ? names.value.map(({ name }) => of(name)).join(" ") : names.state === "loading" ? t("loading") : code}</>
  );
};
