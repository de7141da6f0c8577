import type { Localised } from "../../shell/texts";
import type { Link } from "../types";

export type { Campaign, Link } from "../types";

export interface Queued {
  video: {
    id: string;
    campaign: string | null;
    title: string;
    description: string;
    theme: Localised;
    language: "zh" | "ko" | "mn" | "en";
    region: string;
    author: string;
    submittedAt: string | null;
    publishedAt: string | null;
    durationMs: number | null;
    width: number | null;
    height: number | null;
  };
  film: number;
  preview: Link;
  poster: Link;
}

export interface Entry {
  rank: number;
  id: string;
  title: string;
  theme: Localised;
  region: string;
  author: string;
  votes: number;
}
