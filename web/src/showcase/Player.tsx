import { useRef, useState } from "preact/hooks";
import { call } from "../shell/api";
import { t } from "../shell/texts";
import { say } from "./texts";
import type { Video } from "./types";

// Inside other apps, and inside the page: without these their browsers take the film out of it.
const inPage = { playsinline: true, "webkit-playsinline": "true", "x5-playsinline": "true", "x5-video-player-type": "h5-page" };

/** Plays a film. Its address is good for some minutes: when it fails, a fresh one goes on where it stopped. */
export const Player = ({ video, onPlaying }: { video: Video; onPlaying: () => void }) => {
  const film = useRef<HTMLVideoElement>(null);
  const renewing = useRef(false); // a fresh address that fails at once is not renewed again and again
  const [lost, lose] = useState(false);

  const renew = async () => {
    const player = film.current;
    if (!player) return;
    renewing.current = true;
    lose(false);
    try {
      const at = player.currentTime;
      const { playback } = await call<Video>("GET", `/api/videos/${video.id}`);
      player.src = playback.url;
      player.addEventListener(
        "loadedmetadata",
        () => {
          player.currentTime = at;
        },
        { once: true },
      );
      await player.play();
    } catch {
      lose(true);
    }
  };

  return (
    <>
      <video
        ref={film}
        {...inPage}
        controls
        preload="none"
        src={video.playback.url}
        poster={video.poster.url}
        aria-label={say("player", video.title)}
        width={video.width}
        height={video.height}
        onError={() => (renewing.current ? lose(true) : void renew())}
        onPlaying={() => {
          renewing.current = false;
          lose(false);
          onPlaying();
        }}
      />
      {lost && (
        <p class="note bad" role="alert">
          {say("cannotPlay")}{" "}
          <button type="button" onClick={() => void renew()}>
            {t("tryAgain")}
          </button>
        </p>
      )}
    </>
  );
};
