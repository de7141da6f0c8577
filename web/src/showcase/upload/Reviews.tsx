import { day } from "../../shell/format";
import { sayReason } from "../reasons";
import { say } from "./texts";
import type { OwnVideo } from "./types";

/** What reviewers said, the last first. */
export const Reviews = ({ of: video }: { of: OwnVideo }) =>
  video.reviews.length === 0 ? null : (
    <section>
      <h3>{say("said")}</h3>
      {video.appeal && (
        <p class="note">
          <b>{say("appealed")}</b> {day(video.appeal.at)} · {say(video.appeal.decidedAt ? "appealDecided" : "appealWaits")}
          <br />
          {video.appeal.text}
        </p>
      )}
      {[...video.reviews].reverse().map((review) => (
        <p class={`note ${review.decision === "publish" ? "" : "bad"}`} key={review.decidedAt}>
          <b>{say(review.decision)}</b> {day(review.decidedAt)}
          {review.reason && ` · ${sayReason(review.reason)}`}
          {review.text && (
            <>
              <br />
              {review.text}
            </>
          )}
        </p>
      ))}
    </section>
  );
