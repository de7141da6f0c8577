// What of a table is shown, and in which order.

export interface Sorting {
  column: string;
  down: boolean;
}

export type SortKey = string | number | null;

/** The rows in which every word that is searched for stands somewhere. */
export const searched = <T>(rows: T[], words: string, textOf: (row: T) => string) => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length ? rows.filter((row) => wanted.every((word) => textOf(row).toLowerCase().includes(word))) : rows;
};

/** Sorted by a key; what has none comes last, whichever way it goes. */
export const sorted = <T>(rows: T[], keyOf: (row: T) => SortKey, down: boolean) =>
  [...rows].sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh");
    return down ? -order : order;
  });
