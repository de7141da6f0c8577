import type { Localised } from "../../shell/texts";

export interface Link { url: string; expiresAt: string }

export interface Queued {
  video: {
    id: string; campaign: string | null; title: string; description: string; theme: Localised; language: "zh" | "ko" | "mn" | "en"; region: string; author: string;
    submittedAt: string | null; publishedAt: string | null; durationMs: number | null; width: number | null; height: number | null;
  };
  film: number; preview: Link; poster: Link;
}

export interface Campaign {
  id: string; state: "upcoming" | "open" | "closed"; result: "voting" | "jury" | "public" | "final"; title: Localised; themes: Localised[]; opensAt: string; closesAt: string;
  votingOpensAt: string; votingClosesAt: string; maxSeconds: number; maxBytes: number; votesPerDay: number; juryTop: number; juryClosesAt: string; finalAt: string;
  awards: { name: Localised; count: number }[];
}

export interface Entry { rank: number; id: string; title: string; theme: Localised; region: string; author: string; votes: number }
