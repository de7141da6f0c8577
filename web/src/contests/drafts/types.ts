import type { Localised } from "../../shell/texts";

export type { ContestResponse as Listed } from "../../contract";

export interface Rules {
  title: Localised;
  description: Localised | null;
  questionBank: string;
  region: string;
  opensAt: string | null;
  closesAt: string | null;
  draw: { count: number | null; byCategory: Record<string, number> | null };
  questionSeconds: number | null;
  attemptsPerDay: number | null;
  attemptsInTotal: number | null;
  passMark: number | null;
  points: { completed: number | null; allCorrect: number | null } | null;
  drawMark: number | null;
  prizes: Prize[];
  review: "afterAttempt" | "afterClosing";
}

export interface Prize {
  name: Localised;
  count: number | null;
  by: "rank" | "draw";
}
