import { useState } from "preact/hooks";
import { Show, useLoaded } from "../shell/load";
import type { Role } from "../shell/session";
import { of, type Localised } from "../shell/texts";
import { PlacePicker } from "../regions/PlacePicker";
import { pathOf, placesOf } from "./places";
import { say } from "./texts";

/** A village among those that somebody works for: the only one there is, or picked in one or two taps. */
export const PlaceSelect = ({
  village,
  of: roles,
  onPick,
}: {
  village: string | null;
  of: Role["role"][];
  onPick: (village: string) => void;
}) => {
  const [picking, pick] = useState(false);
  const within = useLoaded(async () => {
    const places = await placesOf(...roles);
    if (!village && places.length === 1 && places[0]!.code.length === 12) onPick(places[0]!.code);
    return places;
  });
  const names = useLoaded<Localised[]>(() => (village ? pathOf(village) : Promise.resolve([])), village);
  return (
    <Show what={within}>
      {(places) =>
        village && !picking ? (
          <Show what={names}>
            {(path) => (
              <p>
                {path.map(of).join(" ")}{" "}
                <button type="button" onClick={() => pick(true)}>
                  {say("otherPlace")}
                </button>
              </p>
            )}
          </Show>
        ) : (
          <PlacePicker
            within={places}
            onPick={(code) => {
              pick(false);
              onPick(code);
            }}
          />
        )
      }
    </Show>
  );
};
