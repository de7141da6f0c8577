import type { Localised } from "../../shell/texts";

export const metrics = [
  "peopleRegistered",
  "stationsCertified",
  "contestEntries",
  "contestParticipants",
  "contestPassed",
  "trainingSignUps",
  "trainingCancellations",
  "trainingAttendances",
  "trainingCompletions",
  "trainingHours",
  "videosSubmitted",
  "videosPublished",
  "videoViews",
  "videoLikes",
] as const;
export type Metric = (typeof metrics)[number];

export const audiences = ["total", "women", "minority", "leftBehind", "under35", "over60"] as const;
export type Audience = (typeof audiences)[number];

export type Figures = Record<Metric, Record<Audience, number | null>>;

interface Reached {
  people: number | null;
  standardError: number;
}

export interface Series {
  region: string;
  period: Period;
  asOf: string;
  series: { key: string; metrics: Figures; reached: Reached | null }[];
}

export interface Children {
  region: string;
  key: string;
  asOf: string;
  children: { region: string; name: Localised; metrics: Figures; reached: Reached | null }[];
  sum: Figures;
}

export interface Shares {
  total: number;
  withStation: number;
  withPublicist: number;
  active: number;
  stationShare: number;
  publicistShare: number;
  activeShare: number;
}

export interface Coverage {
  region: string;
  asOf: string;
  towns: Shares;
  villages: Shares;
  literacy: { contest: string | null; entries: number; passed: number; share: number | null };
  targets: { stations: number; publicists: number; literacy: number };
  children: { region: string; name: Localised; towns: Shares; villages: Shares }[];
}

export const periods = ["day", "month", "year"] as const;
export type Period = (typeof periods)[number];
