import { useState } from "preact/hooks";
import type { ScoredResponse, VideoResponse } from "../../contract";
import { RegionName } from "../../regions/RegionChoice";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { Show, useAction, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { FormProblem, NumberField } from "../../staff/Fields";
import { Film } from "./Film";
import { say } from "./texts";
import type { Campaign, Entry } from "./types";

/** The videos that the public has voted to the front, for the jury's scores. */
export const Jury = () => {
  const campaigns = useLoaded(async () =>
    (await call<{ items: Campaign[] }>("GET", "/api/campaigns?limit=100")).items.filter(({ result }) => result === "jury"),
  );
  return (
    <Show what={campaigns}>
      {(judged) =>
        judged.length ? (
          judged.map((campaign) => <OfCampaign key={campaign.id} campaign={campaign} />)
        ) : (
          <p class="empty">{say("noJuryNow")}</p>
        )
      }
    </Show>
  );
};

const OfCampaign = ({ campaign }: { campaign: Campaign }) => {
  const entries = useLoaded(
    async () =>
      (await call<{ items: Entry[] }>("GET", `/api/campaigns/${campaign.id}/results?limit=${Math.min(100, campaign.juryTop)}`)).items,
    campaign.id,
  );
  return (
    <section>
      <h2>{of(campaign.title)}</h2>
      <p class="soft">{say("juryUntil", moment(campaign.juryClosesAt), campaign.juryTop)}</p>
      <Show what={entries}>{(items) => items.map((entry) => <Scoring key={entry.id} entry={entry} />)}</Show>
    </section>
  );
};

const Scoring = ({ entry }: { entry: Entry }) => {
  const [shown, show] = useState(0);
  const [score, setScore] = useState<number | null>(null);
  const [given, setGiven] = useState<number | null>(null);
  const { busy, problem, run } = useAction();
  const give = () => run(async () => setGiven((await call<ScoredResponse>("POST", `/api/videos/${entry.id}/scores`, { score })).score));
  return (
    <article class="card">
      <h3>{entry.title}</h3>
      <ul class="facts">
        <li>{say("place", entry.rank)}</li>
        <li>{say("votes", entry.votes)}</li>
        <li>{say("by", entry.author)}</li>
        <li>
          <RegionName code={entry.region} />
        </li>
        <li>{of(entry.theme)}</li>
      </ul>
      {shown > 0 ? (
        <Watching key={shown} video={entry} onRenew={() => show(shown + 1)} />
      ) : (
        <button type="button" onClick={() => show(1)}>
          {say("watch")}
          <span class="hush"> {entry.title}</span>
        </button>
      )}
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <NumberField name={say("score")} value={score} onChange={setScore} required min={0} max={100} />
        <button class="main" disabled={busy || score === null}>
          {say("giveScore")}
        </button>
      </form>
      <div role="status">{given !== null && <p class="note">{say("scored", given)}</p>}</div>
      <FormProblem of={problem} />
    </article>
  );
};

const Watching = ({ video, onRenew }: { video: Entry; onRenew: () => void }) => {
  const loaded = useLoaded(() => call<VideoResponse>("GET", `/api/videos/${video.id}`), video.id);
  return (
    <Show what={loaded}>
      {({ playback, poster, description }) => (
        <>
          <Film title={video.title} url={playback.url} poster={poster.url} onRenew={onRenew} />
          <p class="words">{description}</p>
        </>
      )}
    </Show>
  );
};
