import { useEffect, useRef, useState } from "preact/hooks";
import { call, Refusal, Unreached } from "../../shell/api";
import { Problem } from "../../shell/load";
import { longer, networkOr } from "../../work/network";
import { forgetChosen } from "./chosen";
import { Rejected } from "./put";
import { send, sendPoster, Unreadable, type Progress } from "./send";
import { sizeOf } from "./size";
import { say } from "./texts";
import type { Target } from "./types";

type Phase = "ready" | "sending" | "paused" | "submitting" | "stopped" | "done";

export const Sending = ({
  id,
  file,
  mark,
  poster,
  startNow,
  onStart,
  onSubmitted,
  onOther,
}: {
  id: string;
  file: File;
  mark: string;
  poster: Blob | null;
  startNow: boolean;
  onStart: () => void;
  onSubmitted: () => void;
  onOther: () => void;
}) => {
  const [phase, setPhase] = useState<Phase>("ready");
  const [progress, setProgress] = useState<Progress>({ sent: 0, total: file.size, waiting: null, bytesPerSecond: 0 });
  const [problem, setProblem] = useState<unknown>(null);
  const leaving = useRef<AbortController | null>(null);

  const run = async () => {
    const { signal } = (leaving.current = new AbortController());
    const renew = () => call<Target>("POST", `/api/videos/${id}/upload`, { size: file.size });
    setProblem(null);
    setPhase("sending");
    const awake = await wakeLock();
    try {
      await send(file, mark, renew, setProgress, signal);
      setPhase("submitting");
      await sendPoster(poster!, renew, signal);
      await submit(id, signal);
      forgetChosen(id);
      setPhase("done");
      onSubmitted();
    } catch (stopped) {
      if (signal.aborted) return;
      setProblem(stopped);
      setPhase("stopped");
    } finally {
      awake?.release().catch(() => undefined);
    }
  };
  const pause = () => {
    leaving.current?.abort();
    setPhase("paused");
  };
  useEffect(() => () => leaving.current?.abort(), []);
  useEffect(() => {
    if (startNow && poster && phase === "ready") void run();
  }, [startNow, poster]);

  if (phase === "done")
    return (
      <p class="note" role="status">
        {say("submitted")} <a href="#/my-videos">{say("myVideosTitle")}</a>
      </p>
    );
  return (
    <>
      <Bar progress={progress} phase={phase} />
      {phase === "stopped" && (
        <>
          <Stopped by={problem} />
          <div class="row">
            <button type="button" class="main" disabled={!poster} onClick={() => void run()}>
              {say("submitAgain")}
            </button>
            <button type="button" onClick={onOther}>
              {say("changeFile")}
            </button>
          </div>
        </>
      )}
      {phase === "sending" && (
        <button type="button" onClick={pause}>
          {say("pause")}
        </button>
      )}
      {(phase === "paused" || phase === "ready") && (
        <button
          type="button"
          class="main"
          disabled={!poster}
          onClick={() => {
            onStart();
            void run();
          }}
        >
          {say("resume")}
        </button>
      )}
    </>
  );
};

const Stopped = ({ by: problem }: { by: unknown }) => {
  const text =
    problem instanceof Unreadable
      ? say("unreadable")
      : problem instanceof Rejected
        ? say("storageRefuses", problem.status)
        : problem instanceof Refusal
          ? `${problem.message} ${say("mend")}`
          : null;
  return text ? (
    <p class="note bad" role="alert">
      {text}
    </p>
  ) : (
    <Problem of={problem} />
  );
};

const Bar = ({ progress: { sent, total, waiting, bytesPerSecond }, phase }: { progress: Progress; phase: Phase }) => {
  const percent = Math.floor((sent / total) * 100);
  return (
    <div>
      <progress max={total} value={sent} aria-label={say("progress", sizeOf(sent), sizeOf(total), percent)} />
      <p>
        {say("progress", sizeOf(sent), sizeOf(total), percent)}{" "}
        {phase === "sending" && !waiting && bytesPerSecond > 0 && say("speed", sizeOf(bytesPerSecond))}
      </p>
      <p role="status">
        {phase === "paused"
          ? say("paused")
          : phase === "submitting"
            ? say("putTogether")
            : phase === "sending" && waiting
              ? say(waiting === "network" ? "waiting" : "refused")
              : ""}
      </p>
    </div>
  );
};

/** Again and again until the server has answered. */
const submit = async (id: string, signal: AbortSignal) => {
  for (let pause = 1000; ; pause = longer(pause)) {
    try {
      return await call("POST", `/api/videos/${id}/submit`, {});
    } catch (problem) {
      if (!(problem instanceof Unreached)) throw problem;
      await networkOr(pause, signal);
    }
  }
};

/** A screen that goes dark stops the upload. */
const wakeLock = async () => {
  try {
    return await navigator.wakeLock?.request("screen");
  } catch {
    return null; // the battery is low
  }
};
