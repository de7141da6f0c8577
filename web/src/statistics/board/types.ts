import type { Metric, MetricResponse, Period } from "../../contract";

export type {
  ChildrenResponse as Children,
  CoverageResponse as Coverage,
  CoverageShares as Shares,
  Metric,
  Period,
  StatisticsResponse as Series,
} from "../../contract";

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
] as const satisfies Metric[];

export const audiences = ["total", "women", "minority", "leftBehind", "under35", "over60"] as const satisfies Audience[];
export type Audience = keyof MetricResponse;

export type Figures = Record<Metric, MetricResponse>;

export const periods = ["day", "month", "year"] as const satisfies Period[];
