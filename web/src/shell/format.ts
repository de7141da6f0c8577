// Numbers and times as people here write them.

/** 83 s is 1:23. */
export const duration = (milliseconds: number) => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

// Browsers do not agree on midnight (24:00 before Chromium 80), nor does every one inside an app have the words of zh-CN.
const inBeijing = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();

/** Of an instant, in Beijing: [2026, 3, 9]. */
export const numbers = (instant: string) => inBeijing(instant).slice(0, 10).split("-").map(Number);

export const hour = (instant: string) => inBeijing(instant).slice(11, 16);

export const moment = (instant: string) => `${numbers(instant).slice(1).join("/")} ${hour(instant)}`;

export const day = (instant: string) => numbers(instant).join("/");
