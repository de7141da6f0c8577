// What home is told; GET /api/today.
export type { TodayResponse as Today, TodaysContest } from "../contract";
