// Which days, months or years are asked for, and each of them: the server leaves out those in which nothing happened.
import { today } from "../../staff/days";
import type { Period } from "./types";

const usual: Record<Period, number> = { day: 31, month: 12, year: 5 };
const most: Record<Period, number> = { day: 366, month: 120, year: 50 };
const lengths: Record<Period, number> = { day: 10, month: 7, year: 4 };

export interface Span {
  from: string;
  to: string;
}

/** The key of the period that a day lies in. */
export const keyOf = (day: string, period: Period) => day.slice(0, lengths[period]);

/** So many periods later, or earlier. */
export const plus = (key: string, periods: number, period: Period): string => {
  const date = new Date(`${key}${"-01-01".slice(0, 10 - key.length)}T00:00:00Z`);
  if (period === "day") date.setUTCDate(date.getUTCDate() + periods);
  else if (period === "month") date.setUTCMonth(date.getUTCMonth() + periods);
  else date.setUTCFullYear(date.getUTCFullYear() + periods);
  return keyOf(date.toISOString(), period);
};

export const usualSpan = (period: Period): Span => {
  const to = keyOf(today(), period);
  return { from: plus(to, 1 - usual[period], period), to };
};

/** All periods of a span, at most as many as the server gives; the latest ones. */
export const keysOf = ({ from, to }: Span, period: Period): string[] => {
  const keys = [to];
  while (keys[0]! > from && keys.length < most[period]) keys.unshift(plus(keys[0]!, -1, period));
  return keys;
};

/** 2026-11-24 is 11-24 where the year is clear from what stands beside it. */
export const shortKey = (key: string) => (key.length === 10 ? key.slice(5) : key);
