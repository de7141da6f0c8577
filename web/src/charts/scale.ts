// Numbers on axes.

/** Round values from 0 to at least a maximum, some four steps; whole ones, since people are counted. */
export const ticks = (most: number): number[] => {
  const rough = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10));
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step);
};

/** 12,345 as people here read it: 1.2 万 where there is no room for all of it. */
export const count = (value: number) => value.toLocaleString("zh-CN");

export const short = (value: number) =>
  value >= 100_000_000 ? `${trim(value / 100_000_000)}亿` : value >= 10_000 ? `${trim(value / 10_000)}万` : String(value);

const trim = (value: number) => (value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10));

export const percent = (share: number) => `${trim(share * 100)}%`;

/** For where there is little room: whole ones, and never nothing for something. */
export const roundPercent = (share: number) => (share > 0 && share < 0.01 ? "<1%" : `${Math.floor(share * 100)}%`);

/** Which labels of many can be written without running into each other: every so-manieth, the last one always. */
export const spaced = (length: number, room: number, each: number) => {
  const step = Math.max(1, Math.ceil(length / Math.max(1, Math.floor(room / each))));
  return (at: number) => (length - 1 - at) % step === 0;
};

/** A line one pixel wide is sharp when it lies in the middle of a row of pixels. */
export const sharp = (position: number) => Math.floor(position) + 0.5;
