import { useState } from "preact/hooks";
import { say } from "./texts";

/** The film itself; its link works for some minutes. */
export const Film = ({ title, url, poster, onRenew }: { title: string; url: string; poster: string; onRenew: () => void }) => {
  const [broken, setBroken] = useState(false);
  if (broken)
    return (
      <p class="note" role="status">
        {say("linkOver")}{" "}
        <button type="button" onClick={onRenew}>
          {say("newLink")}
        </button>
      </p>
    );
  return (
    <video
      class="film"
      controls
      playsInline
      preload="metadata"
      src={url}
      poster={poster}
      aria-label={say("film", title)}
      onError={() => setBroken(true)}
    >
      {say("noFilm")}
    </video>
  );
};
