// What follows from the published files, and whether it is what was published.
import type { ContestResultsResponse } from "../contract";
import { draw, linesOf, seedOf } from "./drawing";
import { sha256 } from "./sha256";

export interface Finding {
  says: "list" | "before" | "seed" | "winners";
  holds: boolean;
}

export interface Recomputed {
  findings: Finding[];
  agrees: boolean;
  lots: string[];
  order: string[];
  /** How many winners were compared. */
  winners: number;
}

export const recompute = ({ lots, draw: terms, frozenAt, winners }: ContestResultsResponse, list: Uint8Array): Recomputed => {
  const hash = sha256(list);
  const lines = linesOf(list);
  const findings: Finding[] = [
    { says: "list", holds: hash === lots!.sha256 && lines.length === lots!.count },
    { says: "before", holds: Date.parse(frozenAt!) < Date.parse(terms!.drawnAt) },
  ];
  if (!terms!.value) return { findings, agrees: false, lots: lines, order: [], winners: 0 };
  const seed = seedOf(hash, terms!.source, terms!.issue, terms!.value);
  const order = draw(seed, lines, terms!.lots);
  const drawn = winners.filter(({ by }) => by === "draw");
  findings.push(
    { says: "seed", holds: seed === terms!.seed },
    { says: "winners", holds: drawn.every(({ place, lot }) => order[place - 1] === lot) },
  );
  return { findings, agrees: findings.every(({ holds }) => holds), lots: lines, order, winners: drawn.length };
};
