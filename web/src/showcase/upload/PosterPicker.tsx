import { useEffect, useRef, useState } from "preact/hooks";
import { jpegOf } from "./poster";
import { say } from "./texts";

/** Which picture of the film stands for it; the first choice is made without asking. */
export const PosterPicker = ({ file, onPoster }: { file: File; onPoster: (poster: Blob | null) => void }) => {
  const video = useRef<HTMLVideoElement>(null);
  const [url, setUrl] = useState("");
  const [length, setLength] = useState(0);
  const [at, setAt] = useState(0);
  const [shown, show] = useState("");
  const [unplayable, setUnplayable] = useState(false);

  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    setUnplayable(false);
    onPoster(null);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  useEffect(() => () => URL.revokeObjectURL(shown), [shown]);

  const seek = (seconds: number) => {
    setAt(seconds);
    video.current!.currentTime = seconds;
  };
  const take = async (picture: HTMLVideoElement | ImageBitmap) => {
    const poster = await jpegOf(picture);
    show(URL.createObjectURL(poster));
    onPoster(poster);
  };
  const photo = async (input: HTMLInputElement) => {
    const chosen = input.files?.[0];
    if (chosen) await take(await createImageBitmap(chosen)).catch(() => undefined);
  };
  return (
    <div>
      <video
        ref={video}
        src={url}
        class="sr"
        muted
        playsInline
        preload="auto"
        aria-hidden="true"
        tabIndex={-1}
        onLoadedMetadata={(event) => {
          setLength(event.currentTarget.duration);
          seek(Math.min(1, event.currentTarget.duration / 10));
        }}
        onSeeked={(event) => void take(event.currentTarget).catch(() => setUnplayable(true))}
        onError={() => {
          if (url) setUnplayable(true);
        }}
      />
      {shown && <img class="poster" src={shown} alt={say("poster")} />}
      {length > 0 && !unplayable && (
        <>
          <label for="at">{say("posterAt")}</label>
          <input
            id="at"
            type="range"
            min={0}
            max={Math.floor(length * 10) / 10}
            step={0.1}
            value={at}
            onChange={(event) => seek(Number(event.currentTarget.value))}
          />
        </>
      )}
      {unplayable && (
        <>
          <p class="note bad" role="alert">
            {say("unplayable")}
          </p>
          <label class="button">
            {say("posterPhoto")}
            <input class="sr" type="file" accept="image/*" onChange={(event) => void photo(event.currentTarget)} />
          </label>
        </>
      )}
    </div>
  );
};
