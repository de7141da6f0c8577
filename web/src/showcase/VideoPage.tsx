import { useRef } from "preact/hooks";
import { call } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { signedIn } from "../shell/session";
import { PlaceName } from "../regions/PlaceFilter";
import { MyReactions } from "./MyReactions";
import { Player } from "./Player";
import { ReportForm } from "./ReportForm";
import { say } from "./texts";
import type { Video } from "./types";

export const VideoPage = ({ id }: { id: string }) => {
  const video = useLoaded(() => call<Video>("GET", `/api/videos/${id}`), id);
  return <Show what={video}>{(film) => <Film video={film} />}</Show>;
};

const Film = ({ video }: { video: Video }) => {
  const counted = useRef(false);
  const countView = () => {
    if (counted.current || !signedIn()) return;
    counted.current = true;
    // Lost on the way: said again when it goes on playing; the server counts once an hour anyway.
    call("POST", `/api/videos/${video.id}/views`, {}).catch(() => {
      counted.current = false;
    });
  };
  return (
    <div class="slim">
      <h1>{video.title}</h1>
      <Player video={video} onPlaying={countView} />
      <p>
        {video.author} · <PlaceName code={video.region.slice(0, 6)} /> · {day(video.publishedAt)}
      </p>
      <p>
        {say("views", video.views)} · {say("likes", video.likes)}
        {video.campaign && <> · {say("votes", video.votes)}</>} <span class="soft">{say("minutely")}</span>
      </p>
      <MyReactions video={video} />
      <p class="soft">
        {of(video.theme)}
        {video.campaign && (
          <>
            {" "}
            · <a href={`#/campaign/${video.campaign}`}>{say("about")}</a>
          </>
        )}
      </p>
      <p class="lines">{video.description}</p>
      <ReportForm video={video.id} />
    </div>
  );
};
