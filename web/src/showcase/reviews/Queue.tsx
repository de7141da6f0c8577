import { useState } from "preact/hooks";
import { RegionChoice } from "../../regions/RegionChoice";
import { call, Refusal } from "../../shell/api";
import { useAction } from "../../shell/load";
import { FormProblem } from "../../staff/Fields";
import { Listed, useList } from "../../staff/List";
import type { Place } from "../../work/places";
import { Facts } from "./Facts";
import { Film } from "./Film";
import { say } from "./texts";
import type { Queued } from "./types";

/** What waits for a decision, the oldest first. */
export const Queue = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const [open, setOpen] = useState<string | null>(null);
  const [told, tell] = useState("");
  const list = useList<Queued>(`/api/reviews?region=${region}`);
  const gone = (item: Queued, news: string) => {
    list.change(list.items.filter(({ video }) => video.id !== item.video.id));
    setOpen(null);
    tell(news);
  };
  return (
    <>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <div role="status">{told && <p class="note">{told}</p>}</div>
      <Listed list={list} empty={say("nothingToReview")}>
        {(items) =>
          items.map((item) => (
            <article class="card review" key={item.video.id}>
              <img src={item.poster.url} alt="" width={120} height={90} loading="lazy" />
              <div>
                <h2>{item.video.title}</h2>
                <Facts video={item.video} />
                <button
                  type="button"
                  class={open === item.video.id ? "" : "main"}
                  aria-expanded={open === item.video.id}
                  onClick={() => {
                    tell("");
                    setOpen(open === item.video.id ? null : item.video.id);
                  }}
                >
                  {say(open === item.video.id ? "close" : "review")}
                  <span class="hush"> {item.video.title}</span>
                </button>
              </div>
              {open === item.video.id && (
                <div class="whole">
                  <Film title={item.video.title} url={item.preview.url} poster={item.poster.url} onRenew={list.reload} />
                  <p class="words">{item.video.description}</p>
                  <Decide
                    item={item}
                    onDecided={(decision) => gone(item, say("decided", item.video.title, say(decision)))}
                    onLate={() => gone(item, say("decidedByOther", item.video.title))}
                  />
                </div>
              )}
            </article>
          ))
        }
      </Listed>
    </>
  );
};

const decisions = ["publish", "return", "reject"] as const;
type Decision = (typeof decisions)[number];

const Decide = ({ item, onDecided, onLate }: { item: Queued; onDecided: (decision: Decision) => void; onLate: () => void }) => {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [scientific, setScientific] = useState(false);
  const [reason, setReason] = useState("");
  const { busy, problem, run } = useAction();
  const publishes = decision === "publish";
  const ready = decision && (publishes ? scientific : reason.trim());
  const decide = () =>
    run(async () => {
      try {
        await call("POST", `/api/videos/${item.video.id}/reviews`, {
          decision,
          reason: reason.trim() || null,
          scientific: publishes && scientific,
          film: item.film,
        });
        onDecided(decision!);
      } catch (refused) {
        if (!(refused instanceof Refusal) || refused.code !== "review.decided") throw refused;
        onLate();
      }
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <fieldset class="decide">
        <legend>{say("decision")}</legend>
        {decisions.map((one) => (
          <label class="option" key={one}>
            <input type="radio" name={`decision-${item.video.id}`} checked={decision === one} onChange={() => setDecision(one)} />
            <span>
              <b>{say(one)}</b>
              <br />
              <small class="soft">{say(`${one}Note`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {publishes && (
        <label class="option">
          <input type="checkbox" checked={scientific} onChange={(event) => setScientific(event.currentTarget.checked)} />{" "}
          <span>{say("scientific")}</span>
        </label>
      )}
      <label for={`reason-${item.video.id}`}>{say(publishes ? "reasonOptional" : "reason")}</label>
      <textarea
        id={`reason-${item.video.id}`}
        rows={3}
        maxLength={500}
        required={!publishes}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <FormProblem of={problem} />
      <p class="row">
        <button class="main" disabled={busy || !ready}>
          {say("decide")}
        </button>
      </p>
    </form>
  );
};
