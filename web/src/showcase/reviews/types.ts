export type { QueuedVideoResponse as Queued, ResultEntry as Entry } from "../../contract";
export type { Campaign, Link } from "../types";
