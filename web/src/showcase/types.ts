// What the API says of videos, as far as farmers' pages use it.
import type { Localised } from "../shell/texts";

export interface Link {
  url: string;
  expiresAt: string;
}

export interface Card {
  id: string;
  campaign: string | null;
  title: string;
  theme: Localised;
  region: string;
  author: string;
  publishedAt: string;
  durationMs: number;
  poster: Link;
  views: number | null;
  likes: number | null;
}

export interface Video extends Card {
  description: string;
  width: number;
  height: number;
  playback: Link;
  views: number;
  likes: number;
  votes: number;
}

/** What I have done with a video. */
export interface Reactions {
  liked: boolean;
  voted: boolean;
  votesLeft: number | null;
}

export interface Campaign {
  id: string;
  state: "upcoming" | "open" | "closed";
  result: "voting" | "jury" | "public" | "final";
  title: Localised;
  themes: Localised[];
  opensAt: string;
  closesAt: string;
  votingOpensAt: string;
  votingClosesAt: string;
  maxSeconds: number;
  maxBytes: number;
  votesPerDay: number;
  juryTop: number;
  juryClosesAt: string;
  finalAt: string;
  awards: { name: Localised; count: number }[];
}

export interface ResultEntry {
  rank: number;
  id: string;
  title: string;
  theme: Localised;
  region: string;
  author: string;
  votes: number;
  score: number | null;
  scores: number;
  award: Localised | null;
}
