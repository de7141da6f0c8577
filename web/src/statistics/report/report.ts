// What a village has come to in a year, from what everybody may see.
import type { CoverageShares as Shares, ListTrainingsResponse as Held, StatisticsResponse as Series } from "../../contract";
import { call } from "../../shell/api";
import type { Localised } from "../../shell/texts";
import { pathOf } from "../../work/places";

export const columns = ["total", "women", "minority", "leftBehind", "under35", "over60"] as const;
export const metrics = [
  "peopleRegistered",
  "contestParticipants",
  "contestEntries",
  "contestPassed",
  "trainingSignUps",
  "trainingAttendances",
  "trainingCompletions",
  "trainingHours",
  "videosPublished",
  "videoViews",
] as const;

export type Figures = Record<(typeof columns)[number], number | null>;

export interface Report {
  region: string;
  year: number;
  path: Localised[];
  asOf: string;
  figures: Record<string, Figures> | null;
  coverage: Shares;
  months: { attendances: number; entries: number }[];
  trainings: Held[];
  moreTrainings: boolean;
}

export const reportOf = async (region: string, year: number): Promise<Report> => {
  const [path, whole, monthly, coverage, held] = await Promise.all([
    pathOf(region),
    call<Series>("GET", `/api/statistics/${region}?period=year&from=${year}&to=${year}`),
    call<Series>("GET", `/api/statistics/${region}?period=month&from=${year}-01&to=${year}-12`),
    call<{ villages: Shares }>("GET", `/api/statistics/coverage?region=${region}`),
    call<{ items: Held[]; next: string | null }>("GET", `/api/trainings?region=${region}&from=${year}-01-01&to=${year}-12-31&limit=100`),
  ]);
  const months = Array.from({ length: 12 }, (_, at) => {
    const found = monthly.series.find(({ key }) => Number(key.slice(5, 7)) === at + 1)?.metrics;
    return { attendances: found?.trainingAttendances?.total ?? 0, entries: found?.contestEntries?.total ?? 0 };
  });
  return {
    region,
    year,
    path,
    asOf: whole.asOf,
    figures: whole.series[0]?.metrics ?? null,
    coverage: coverage.villages,
    months,
    trainings: held.items,
    moreTrainings: held.next !== null,
  };
};
