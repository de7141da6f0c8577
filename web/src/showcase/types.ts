// What the API says of videos.
export type {
  CampaignResponse as Campaign,
  Link,
  ReactionsResponse as Reactions,
  ResultEntry,
  VideoCardResponse as Card,
  VideoResponse as Video,
} from "../contract";
