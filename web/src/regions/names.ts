import { call, type Region } from "../shell/api";
import type { Localised } from "../shell/texts";

const asked = new Map<string, Promise<Region>>();

/** A region with its parts; asked for once. */
export const regionOf = (code: string) => {
  const known = asked.get(code);
  if (known) return known;
  const region = call<Region>("GET", `/api/regions/${code}`);
  asked.set(code, region);
  region.catch(() => asked.delete(code));
  return region;
};

/** From the county down: who reads it knows the province. */
export const shortly = (names: Localised[]) => names.slice(2);
