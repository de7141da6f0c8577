import type { Localised } from "../../shell/texts";

export const haves = ["network", "staff", "premises", "activities", "terminals"] as const;

export type Have = (typeof haves)[number];

export interface Station {
  id: string;
  name: Localised;
  village: string;
  placeNames: Localised[];
  address: string;
  latitude: number;
  longitude: number;
  opening: string;
  haves: Record<Have, boolean>;
  state: "applied" | "approved" | "certified" | "rejected";
  certifiedOn: string | null;
  reason: string | null;
}
