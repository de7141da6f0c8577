import { call } from "../shell/api";
import type { Campaign } from "./types";

let asked: Promise<Campaign[]> | null = null;

/** All campaigns; there are few, and they change seldom. */
export const campaigns = (): Promise<Campaign[]> => {
  asked ??= call<{ items: Campaign[] }>("GET", "/api/campaigns?limit=100").then(({ items }) => items);
  asked.catch(() => {
    asked = null;
  });
  return asked;
};

export const takesVotes = ({ votingOpensAt, votingClosesAt }: Campaign) =>
  Date.parse(votingOpensAt) <= Date.now() && Date.now() < Date.parse(votingClosesAt);
