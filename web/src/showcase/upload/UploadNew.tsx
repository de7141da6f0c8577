import { useState } from "preact/hooks";
import type { OpenedVideoResponse } from "../../contract";
import { call, Refusal } from "../../shell/api";
import { Show, useAction, useLoaded } from "../../shell/load";
import { language, of, t } from "../../shell/texts";
import { Refused } from "../../work/Staff";
import { choose } from "./chosen";
import { FilePicker } from "./FilePicker";
import { PosterPicker } from "./PosterPicker";
import { say } from "./texts";
import type { Campaign } from "./types";

const usualBytes = 200 * 1024 * 1024;

export const UploadNew = () => {
  const campaigns = useLoaded(() => call<{ items: Campaign[] }>("GET", "/api/campaigns"));
  return <Show what={campaigns}>{({ items }) => <Announce campaigns={items.filter(({ state }) => state === "open")} />}</Show>;
};

const Announce = ({ campaigns }: { campaigns: Campaign[] }) => {
  const [form, setForm] = useState({
    campaign: campaigns[0]?.id ?? "",
    title: "",
    description: "",
    theme: "",
    language: language() as string,
  });
  const [file, setFile] = useState<File | null>(null);
  const [poster, setPoster] = useState<Blob | null>(null);
  const { busy, problem, run } = useAction();
  const campaign = campaigns.find(({ id }) => id === form.campaign);
  const theme = campaign ? form.theme || campaign.themes[0]!.zh : form.theme;
  const field = (name: keyof typeof form) => ({
    id: name,
    value: form[name],
    onInput: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  const open = () =>
    run(async () => {
      const announced = { ...form, campaign: form.campaign || null, theme, size: file!.size, contentType: "video/mp4" };
      const { id } = await call<OpenedVideoResponse>("POST", "/api/videos", announced);
      choose(id, { file: file!, poster });
      location.hash = `#/upload/${id}`;
    });

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h1>{say("uploadTitle")}</h1>
      <FilePicker file={file} most={campaign?.maxBytes ?? usualBytes} onFile={setFile} />
      {file && <PosterPicker file={file} onPoster={setPoster} />}
      <label for="title">{say("title")}</label>
      <input {...field("title")} required maxLength={60} />
      <label for="description">{say("description")}</label>
      <textarea {...field("description")} required rows={4} maxLength={1000} />
      <label for="campaign">{say("campaign")}</label>
      <select {...field("campaign")}>
        {campaigns.map(({ id, title }) => (
          <option key={id} value={id}>
            {of(title)}
          </option>
        ))}
        <option value="">{say("noCampaign")}</option>
      </select>
      <label for="theme">{say("theme")}</label>
      {campaign ? (
        <select {...field("theme")} value={theme}>
          {campaign.themes.map((one) => (
            <option key={one.zh} value={one.zh}>
              {of(one)}
            </option>
          ))}
        </select>
      ) : (
        <input {...field("theme")} required maxLength={40} />
      )}
      <label for="language">{say("language")}</label>
      <select {...field("language")}>
        <option value="zh">{say("chinese")}</option>
        <option value="ko">{say("korean")}</option>
        <option value="mn">{say("mongolian")}</option>
      </select>
      {problem instanceof Refusal && problem.code === "profile.incomplete" ? (
        <p class="note bad" role="alert">
          {say("profileFirst")} <a href="#/me">{t("me")}</a>
        </p>
      ) : (
        <Refused
          of={problem}
          named={{
            title: say("title"),
            description: say("description"),
            campaign: say("campaign"),
            theme: say("theme"),
            language: say("language"),
            size: say("file"),
          }}
        />
      )}
      <div class="row">
        <button class="main" disabled={busy || !file || !poster}>
          {say("start")}
        </button>
        <a class="button" href="#/my-videos">
          {say("myVideosTitle")}
        </a>
      </div>
    </form>
  );
};
