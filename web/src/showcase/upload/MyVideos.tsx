import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { day, moment } from "../../shell/format";
import { Problem, Show, useAction, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { Surely } from "../../work/Staff";
import { AppealForm } from "./AppealForm";
import { forgetChosen } from "./chosen";
import { Reviews } from "./Reviews";
import { say } from "./texts";
import type { OwnVideo } from "./types";

export const MyVideos = () => {
  const [changed, change] = useState(0);
  const [removed, noteRemoved] = useState(false);
  const videos = useLoaded(() => call<{ items: OwnVideo[] }>("GET", "/api/me/videos?limit=100"), changed);
  const { busy, problem, run } = useAction();
  const remove = (id: string) =>
    run(async () => {
      await call("DELETE", `/api/videos/${id}`);
      forgetChosen(id);
      noteRemoved(true);
      change(changed + 1);
    });
  return (
    <>
      <h1>{say("myVideosTitle")}</h1>
      <a class="button main" href="#/upload">
        {say("uploadTitle")}
      </a>
      <Problem of={problem} />
      {removed && !busy && (
        <p class="note" role="status">
          {say("removed")}
        </p>
      )}
      <Show what={videos}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say("noVideos")}</p>
          ) : (
            items.map((video) => (
              <div class="card" key={video.id}>
                <h2>{video.title}</h2>
                <p>
                  <b class={video.state === "published" ? "good" : video.state === "returned" || video.state === "rejected" ? "bad" : ""}>
                    {say(video.state)}
                  </b>{" "}
                  · {of(video.theme)} · {day(video.openedAt)}
                </p>
                {video.uploadEndsAt && <p class="soft">{say("until", moment(video.uploadEndsAt))}</p>}
                <Reviews of={video} />
                {video.mayAppeal && <AppealForm video={video} onAppealed={() => change((times) => times + 1)} />}
                <div class="row">
                  {video.state === "uploading" && (
                    <a class="button main" href={`#/upload/${video.id}`}>
                      {say("resume")}
                    </a>
                  )}
                  {video.state === "returned" && (
                    <a class="button main" href={`#/upload/${video.id}`}>
                      {say("mendIt")}
                    </a>
                  )}
                  {video.state === "published" && (
                    <a class="button" href={`#/videos/${video.id}`}>
                      {say("watch")}
                    </a>
                  )}
                  <Surely name={say("remove", video.title)} busy={busy} onYes={() => remove(video.id)} />
                </div>
              </div>
            ))
          )
        }
      </Show>
    </>
  );
};
