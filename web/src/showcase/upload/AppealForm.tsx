import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { useAction } from "../../shell/load";
import { FormProblem, TextField } from "../../staff/Fields";
import { say } from "./texts";
import type { OwnVideo } from "./types";

/** Once a video: another reviewer of a higher place decides. */
export const AppealForm = ({ video, onAppealed }: { video: OwnVideo; onAppealed: () => void }) => {
  const [text, write] = useState("");
  const { busy, problem, run } = useAction();
  const appeal = () =>
    run(async () => {
      await call("POST", `/api/videos/${video.id}/appeals`, { text: text.trim() });
      onAppealed();
    });
  return (
    <details>
      <summary>
        {say("appeal")}
        <span class="hush"> {video.title}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void appeal();
        }}
      >
        <TextField
          name={say("appealText")}
          hint={say("appealNote")}
          at="text"
          problem={problem}
          long
          required
          maxLength={500}
          value={text}
          onChange={write}
        />
        <FormProblem of={problem} />
        <p>
          <button class="main" disabled={busy || !text.trim()}>
            {say("sendAppeal")}
          </button>
        </p>
      </form>
    </details>
  );
};
