import type { Localised } from "../../shell/texts";

export interface Block {
  id: string;
  size: number;
}
export interface Target {
  url: string;
  blockBytes: number;
  expiresAt: string;
  staged: Block[];
  poster: { url: string };
}
export interface Review {
  decision: "publish" | "reject" | "return";
  reason: string;
  scientific: boolean;
  decidedAt: string;
}
export interface OwnVideo {
  id: string;
  state: "uploading" | "inReview" | "returned" | "rejected" | "published" | "takenDown" | "abandoned";
  campaign: string | null;
  title: string;
  description: string;
  theme: Localised;
  size: number;
  openedAt: string;
  uploadEndsAt: string | null;
  submittedAt: string | null;
  publishedAt: string | null;
  reviews: Review[];
}
export interface Campaign {
  id: string;
  state: string;
  title: Localised;
  themes: Localised[];
  closesAt: string;
  maxSeconds: number;
  maxBytes: number;
}
