import type { OwnVideoResponse, VideoState } from "../../contract";

export type {
  Block,
  CampaignResponse as Campaign,
  RenewedUploadResponse as Target,
  ShowcaseReviewResponse as Review,
} from "../../contract";

/** An erased video is in no list. */
export type OwnVideo = OwnVideoResponse & { state: Exclude<VideoState, "erased"> };
