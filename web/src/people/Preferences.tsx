import { useState } from "preact/hooks";
import type { Preferences } from "../contract";
import { call } from "../shell/api";
import { Problem, Show, useAction, useLoaded } from "../shell/load";
import { say } from "./texts";

const path = "/api/me/preferences";

/** Whether others may sign me up, and whether I am sent messages of trainings. */
export const MyPreferences = () => (
  <Show what={useLoaded(() => call<Preferences>("GET", path))}>{(stored) => <Switches stored={stored} />}</Show>
);

const Switches = ({ stored }: { stored: Preferences }) => {
  const [now, set] = useState(stored);
  const [saved, setSaved] = useState(false);
  const { busy, problem, run } = useAction();
  const change = (wanted: Preferences) =>
    run(async () => {
      setSaved(false);
      set(await call<Preferences>("PUT", path, wanted));
      setSaved(true);
    });
  return (
    <section class="card">
      <h2>{say("preferences")}</h2>
      <label class="option">
        <input
          type="checkbox"
          disabled={busy}
          checked={now.signedUpByOthers}
          onChange={(event) => change({ ...now, signedUpByOthers: event.currentTarget.checked })}
        />{" "}
        {say("byOthers")}
      </label>
      <p class="soft">{say("byOthersNote")}</p>
      <label class="option">
        <input
          type="checkbox"
          disabled={busy}
          checked={now.messages.trainings}
          onChange={(event) => change({ ...now, messages: { ...now.messages, trainings: event.currentTarget.checked } })}
        />{" "}
        {say("trainingMessages")}
      </label>
      <Problem of={problem} />
      <p class="soft" role="status">
        {saved && say("saved")}
      </p>
    </section>
  );
};
