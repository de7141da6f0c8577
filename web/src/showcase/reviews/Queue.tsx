import { useState } from "preact/hooks";
import { RegionChoice } from "../../regions/RegionChoice";
import { call, Refusal } from "../../shell/api";
import { moment } from "../../shell/format";
import { useAction } from "../../shell/load";
import { FormProblem, TextField } from "../../staff/Fields";
import { Listed, useList } from "../../staff/List";
import type { Place } from "../../work/places";
import { isReason, ReasonFields } from "../ReasonFields";
import { sayField, type Reason, type ScientificField } from "../reasons";
import { Facts } from "./Facts";
import { FieldChoice } from "./FieldChoice";
import { Film } from "./Film";
import { say } from "./texts";
import type { Queued } from "./types";

/** What waits for a decision, the oldest first. */
export const Queue = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const [open, setOpen] = useState<string | null>(null);
  const [told, tell] = useState("");
  const [field, setField] = useState<ScientificField | "">("");
  const list = useList<Queued>(`/api/reviews?region=${region}${field && `&field=${field}`}`);
  const gone = (item: Queued, news: string) => {
    list.change(list.items.filter(({ video }) => video.id !== item.video.id));
    setOpen(null);
    tell(news);
  };
  return (
    <>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <FieldChoice name={say("field")} any={say("anyField")} value={field} onChange={setField} />
      <div role="status">{told && <p class="note">{told}</p>}</div>
      <Listed list={list} empty={say("nothingToReview")}>
        {(items) =>
          items.map((item) => (
            <article class="card review" key={item.video.id}>
              <img src={item.poster.url} alt="" width={120} height={90} loading="lazy" />
              <div>
                <h2>{item.video.title}</h2>
                <Facts video={item.video} />
                <p>
                  {item.kind === "appeal" && <b>{say("appeal")} · </b>}
                  {item.second && <b>{say("second")} · </b>}
                  {item.field && `${sayField(item.field)} · `}
                  {say("waits", moment(item.waitingSince))}
                </p>
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
                  {item.frames.map((frame, index) => (
                    <img key={index} src={frame.url} alt={say("frame", index + 1)} width={160} loading="lazy" />
                  ))}
                  {item.video.appeal && <p class="note">{say("appealText", item.video.appeal.text)}</p>}
                  {!item.mayDecide && <p class="note">{say("byAnother")}</p>}
                  <Decide
                    item={item}
                    onDecided={(decision, second) =>
                      gone(item, second ? say("askedSecond", item.video.title) : say("decided", item.video.title, say(decision)))
                    }
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

const Decide = ({
  item,
  onDecided,
  onLate,
}: {
  item: Queued;
  onDecided: (decision: Decision, second: boolean) => void;
  onLate: () => void;
}) => {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [scientific, setScientific] = useState(false);
  const [reason, setReason] = useState<Reason | null>(null);
  const [text, setText] = useState("");
  const [field, setField] = useState<ScientificField | "">(item.field ?? "");
  const [second, setSecond] = useState(false);
  const { busy, problem, run } = useAction();
  const publishes = decision === "publish";
  const ready = item.mayDecide && decision && field && (publishes ? scientific : isReason(reason, text));
  const decide = () =>
    run(async () => {
      try {
        await call("POST", `/api/videos/${item.video.id}/reviews`, {
          decision,
          reason: publishes ? null : reason,
          text: text.trim() || null,
          field,
          second,
          scientific: publishes && scientific,
          film: item.film,
        });
        onDecided(decision!, second);
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
      <FieldChoice name={say("fieldOf")} value={field} onChange={setField} />
      {decision && !publishes && (
        <ReasonFields
          ask={say("why")}
          words={say("reason")}
          wordsOptional={say("reasonOptional")}
          reason={reason}
          text={text}
          problem={problem}
          onReason={setReason}
          onText={setText}
        />
      )}
      {publishes && (
        <TextField name={say("reasonOptional")} at="text" problem={problem} long maxLength={500} value={text} onChange={setText} />
      )}
      {item.kind === "film" && !item.second && (
        <label class="option">
          <input type="checkbox" checked={second} onChange={(event) => setSecond(event.currentTarget.checked)} />{" "}
          <span>{say("askSecond")}</span>
        </label>
      )}
      <FormProblem of={problem} />
      <p class="row">
        <button class="main" disabled={busy || !ready}>
          {say("decide")}
        </button>
      </p>
    </form>
  );
};
