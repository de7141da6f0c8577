import { useEffect, useState } from "preact/hooks";
import { call } from "../../shell/api";
import { Show, useLoaded } from "../../shell/load";
import { end, markOf, marksIn, staged } from "./blocks";
import { chosenFor, choose, remembered } from "./chosen";
import { FilePicker } from "./FilePicker";
import { PosterPicker } from "./PosterPicker";
import { Reviews } from "./Reviews";
import { Sending } from "./Sending";
import { say } from "./texts";
import type { OwnVideo, Target } from "./types";

const most = 256 * 1024 * 1024; // bytes: more, storage does not copy; what a campaign allows, the server says

/** An upload on its way: begun just now, or before, here or on another phone. */
export const UploadOne = ({ id }: { id: string }) => {
  const video = useLoaded(async () => {
    const mine = await call<{ items: OwnVideo[] }>("GET", "/api/me/videos?limit=100");
    const found = mine.items.find((one) => one.id === id);
    const open = found?.state === "uploading" || found?.state === "returned";
    return open ? { video: found, target: await call<Target>("POST", `/api/videos/${id}/upload`, {}) } : null;
  }, id);
  return (
    <>
      <h1>{say("uploadTitle")}</h1>
      <Show what={video}>
        {(open) =>
          open ? (
            <Open {...open} />
          ) : (
            <p class="note">
              {say("closed")} <a href="#/my-videos">{say("myVideosTitle")}</a>
            </p>
          )
        }
      </Show>
    </>
  );
};

const Open = ({ video, target }: { video: OwnVideo; target: Target }) => {
  const [before] = useState(() => chosenFor(video.id));
  const [file, setFile] = useState(before?.file ?? null);
  const [poster, setPoster] = useState(before?.poster ?? null);
  const [mark, setMark] = useState("");
  const [accepted, accept] = useState(!!before);
  const [submitted, setSubmitted] = useState(false);
  const there = marksIn(target.staged).map((known) => end(staged(target.staged, known)));
  const same = !!mark && file?.size === video.size && (marksIn(target.staged).length === 0 || marksIn(target.staged).includes(mark));

  useEffect(() => {
    setMark("");
    if (file) void markOf(file).then(setMark, () => setFile(null));
  }, [file]);
  const take = (chosen: File) => {
    accept(false);
    setPoster(null);
    setFile(chosen);
  };
  const took = (made: Blob | null) => {
    setPoster(made);
    if (made && file) choose(video.id, { file, poster: made });
  };

  return (
    <div class="card">
      <h2>{video.title}</h2>
      <Reviews of={video} />
      {!file && (
        <p>
          {there.length
            ? say("chooseAgain", Math.floor((Math.max(...there) / video.size) * 100), remembered(video.id)?.name ?? video.title)
            : say("chooseNew")}
        </p>
      )}
      {!submitted && (!file || !accepted) && <FilePicker file={file} most={most} onFile={take} />}
      {!submitted && file && !(before?.file === file && before.poster) && <PosterPicker file={file} onPoster={took} />}
      {mark && !accepted && !same && (
        <p class="note bad" role="alert">
          {say("otherFile")}{" "}
          <button type="button" onClick={() => accept(true)}>
            {say("replace")}
          </button>
        </p>
      )}
      {mark && !accepted && same && there.length > 0 && (
        <p class="note" role="status">
          {say("sameFile")}
        </p>
      )}
      {mark && file && (accepted || same) && (
        <Sending
          key={mark}
          id={video.id}
          file={file}
          mark={mark}
          poster={poster}
          startNow={accepted}
          onStart={() => accept(true)}
          onSubmitted={() => setSubmitted(true)}
          onOther={() => {
            setFile(null);
            setPoster(null);
            accept(false);
          }}
        />
      )}
    </div>
  );
};
