import type { Haves } from "../../contract";

export type { StationResponse as Station } from "../../contract";

export const haves = ["network", "staff", "premises", "activities", "terminals"] as const satisfies Have[];

export type Have = keyof Haves;
