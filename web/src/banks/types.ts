import type { Localised } from "../shell/texts";

export interface Bank {
  id: string;
  version: number;
  name: string;
  region: string;
  questions: number;
  ranked: number;
  practice: number;
  categories: string[];
  importedAt: string;
}

export interface Content extends Omit<Bank, "questions" | "ranked" | "practice"> {
  questions: {
    id: string;
    category: string;
    pool: "ranked" | "practice";
    kind: "single" | "multiple" | "trueFalse";
    text: Localised;
    options: { id: string; text: Localised; right: boolean }[];
    explanation: Localised | null;
    source: string | null;
  }[];
}

export interface Warning {
  line: number;
  reason: string;
}

export interface Imported extends Omit<Bank, "importedAt"> {
  warnings: Warning[];
}
