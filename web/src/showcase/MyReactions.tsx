import { useState } from "preact/hooks";
import type { LikedResponse, VotedResponse } from "../contract";
import { call, Unreached } from "../shell/api";
import { Problem, Show, useAction, useLoaded } from "../shell/load";
import { PageOf } from "../shell/pages";
import { signedIn } from "../shell/session";
import { campaigns, takesVotes } from "./campaigns";
import { say } from "./texts";
import type { Reactions, Video } from "./types";

/** Liking and voting; how it stands, the server says. */
export const MyReactions = ({ video }: { video: Video }) => {
  const [signingIn, signIn] = useState(false);
  if (signedIn()) return <Mine video={video} />;
  return signingIn ? (
    <PageOf route={["sign-in"]} />
  ) : (
    <p>
      <button type="button" onClick={() => signIn(true)}>
        {say("signInFirst")}
      </button>
    </p>
  );
};

const Mine = ({ video }: { video: Video }) => {
  const mine = useLoaded(async () => {
    const [reactions, all] = await Promise.all([
      call<Reactions>("GET", `/api/videos/${video.id}/reactions`),
      video.campaign ? campaigns() : [],
    ]);
    const campaign = all.find(({ id }) => id === video.campaign);
    return { reactions, voting: campaign !== undefined && takesVotes(campaign) };
  }, video.id);
  return <Show what={mine}>{({ reactions, voting }) => <Buttons video={video.id} start={reactions} voting={voting} />}</Show>;
};

const Buttons = ({ video, start, voting }: { video: string; start: Reactions; voting: boolean }) => {
  const [{ liked, voted, votesLeft }, set] = useState(start);
  const { busy, problem, run } = useAction();
  const react = (part: Partial<Reactions>) => set({ liked, voted, votesLeft, ...part });
  const like = () => run(async () => react(await call<LikedResponse>(liked ? "DELETE" : "PUT", `/api/videos/${video}/like`)));
  const vote = () => run(async () => react(await call<VotedResponse>("PUT", `/api/videos/${video}/vote`)));
  return (
    <>
      <div class="row">
        <button type="button" aria-pressed={liked} disabled={busy} onClick={like}>
          {liked ? `♥ ${say("liked")}` : `♡ ${say("like")}`}
        </button>
        {voting && (
          <button type="button" aria-pressed={voted} disabled={busy || (votesLeft === 0 && !voted)} onClick={() => voted || void vote()}>
            {voted ? `✓ ${say("voted")}` : say("vote")}
          </button>
        )}
        {voting && votesLeft !== null && (
          <span class="soft" role="status">
            {votesLeft > 0 ? say("votesLeft", votesLeft) : say("noVotes")}
          </span>
        )}
      </div>
      {problem instanceof Unreached ? (
        <p class="note bad" role="alert">
          {say("unknown")}
        </p>
      ) : (
        <Problem of={problem} />
      )}
    </>
  );
};
