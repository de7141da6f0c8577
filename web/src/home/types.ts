// What home is told; GET /api/today.
import type { ListTrainingsResponse, VideoCardResponse } from "../contract";
import type { Contest } from "../shell/api";

export interface Today {
  contests: Contest[];
  trainings: ListTrainingsResponse[];
  attempt?: { contest: string; attempt?: string | null; state: "open" | "submitted"; againAt?: string | null } | null;
  ticket?: { training: string } | null;
  video?: VideoCardResponse | null;
  unread?: number;
}
