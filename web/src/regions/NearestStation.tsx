import { useState } from "preact/hooks";
import type { NearestStationsResponse, RegionName as Choice } from "../contract";
import { Icon } from "../design/Icon";
import locate from "../design/icons/locate-fixed.svg";
import { call } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { regionOf } from "./names";
import { choose } from "./pickTexts";

const patience = 10_000; // ms

/** The village of the nearest certified station, where the phone may say where it is. The position is sent, and kept nowhere. */
export const NearestStation = ({ onPick }: { onPick: (path: Choice[]) => void }) => {
  const { busy, problem, run } = useAction();
  const [silent, hush] = useState(false);
  if (!navigator.geolocation || !self.isSecureContext) return null;
  const find = () =>
    run(async () => {
      hush(false);
      const at = await position();
      if (!at) return hush(true);
      const { latitude, longitude } = at.coords;
      // Rounded to about 100 m: who is nearest does not change by that.
      const { items } = await call<NearestStationsResponse>("POST", "/api/stations/nearest", {
        latitude: Number(latitude.toFixed(3)),
        longitude: Number(longitude.toFixed(3)),
      });
      const code = items[0]?.station.village;
      if (!code) return hush(true);
      onPick(
        await Promise.all(
          [4, 6, 9, 12].map(async (length) => ({ code: code.slice(0, length), name: (await regionOf(code.slice(0, length))).name })),
        ),
      );
    });
  return (
    <>
      <button type="button" class="plain" disabled={busy} onClick={find}>
        <Icon of={locate} /> {choose("nearest")}
      </button>
      <div role="status">{silent && <p class="soft">{choose("noPosition")}</p>}</div>
      <Problem of={problem} />
    </>
  );
};

const position = () =>
  new Promise<GeolocationPosition | null>((found) =>
    navigator.geolocation.getCurrentPosition(found, () => found(null), { timeout: patience, maximumAge: 600_000 }),
  );
