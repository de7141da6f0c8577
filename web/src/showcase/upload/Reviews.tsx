import { day } from "../../shell/format";
import { say } from "./texts";
import type { OwnVideo } from "./types";

/** What reviewers said, the last first. */
export const Reviews = ({ of: video }: { of: OwnVideo }) =>
  video.reviews.length === 0 ? null : (
    <section>
      <h3>{say("said")}</h3>
      {[...video.reviews].reverse().map((review) => (
        <p class={`note ${review.decision === "publish" ? "" : "bad"}`} key={review.decidedAt}>
          <b>{say(review.decision)}</b> {day(review.decidedAt)}
          {!review.scientific && review.decision !== "publish" && ` · ${say("notScientific")}`}
          <br />
          {review.reason}
        </p>
      ))}
    </section>
  );
