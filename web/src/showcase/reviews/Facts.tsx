import { RegionName } from "../../regions/RegionChoice";
import { duration, moment } from "../../shell/format";
import { of } from "../../shell/texts";
import { say } from "./texts";
import type { Queued } from "./types";

/** What is known of a video before it is played. */
export const Facts = ({ video }: { video: Queued["video"] }) => (
  <ul class="facts">
    <li>{say("by", video.author)}</li>
    <li>
      <RegionName code={video.region} />
    </li>
    <li>{of(video.theme)}</li>
    <li>{say("language", say(video.language))}</li>
    {video.durationMs !== null && <li>{say("length", duration(video.durationMs))}</li>}
    {video.publishedAt ? (
      <li>{say("published", moment(video.publishedAt))}</li>
    ) : (
      video.submittedAt && <li>{say("submitted", moment(video.submittedAt))}</li>
    )}
  </ul>
);
