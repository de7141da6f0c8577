import { useState } from "preact/hooks";
import type { ReportResponse } from "../../contract";
import { RegionChoice } from "../../regions/RegionChoice";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { Problem, useAction } from "../../shell/load";
import { Listed, useList } from "../../staff/List";
import type { Place } from "../../work/places";
import { Surely } from "../../work/Staff";
import { isReason, ReasonFields } from "../ReasonFields";
import { sayReason, type Reason, type ScientificField } from "../reasons";
import { Facts } from "./Facts";
import { FieldChoice } from "./FieldChoice";
import { Film } from "./Film";
import { say } from "./texts";
import type { Queued } from "./types";

/** What viewers have found wrong, and what a reviewer does about it. */
export const Reported = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const [told, tell] = useState("");
  const list = useList<Queued>(`/api/reviews?region=${region}&reported=true`);
  return (
    <>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <div role="status">{told && <p class="note">{told}</p>}</div>
      <Listed list={list} empty={say("nothingReported")}>
        {(items) =>
          items.map((item) => (
            <One
              key={item.video.id}
              item={item}
              onRenew={list.reload}
              onGone={(news) => {
                list.change(list.items.filter(({ video }) => video.id !== item.video.id));
                tell(news);
              }}
            />
          ))
        }
      </Listed>
    </>
  );
};

const One = ({ item, onRenew, onGone }: { item: Queued; onRenew: () => void; onGone: (news: string) => void }) => {
  const [reading, setReading] = useState(false);
  const { busy, problem, run } = useAction();
  const [reason, setReason] = useState<Reason | null>(null);
  const [text, setText] = useState("");
  const [field, setField] = useState<ScientificField | "">(item.field ?? "");
  const takeDown = () =>
    run(async () => {
      await call("DELETE", `/api/videos/${item.video.id}`, { reason, text: text.trim() || null });
      onGone(say("takenDown", item.video.title));
    });
  const keep = () =>
    run(async () => {
      await call("POST", `/api/videos/${item.video.id}/reviews`, { decision: "publish", film: item.film, field, scientific: true });
      onGone(say("stayed", item.video.title));
    });
  return (
    <article class="card review">
      <img src={item.poster.url} alt="" width={120} height={90} loading="lazy" />
      <div>
        <h2>{item.video.title}</h2>
        <Facts video={item.video} />
        <p class="row">
          <button type="button" aria-expanded={reading} onClick={() => setReading(!reading)}>
            {say(reading ? "close" : "reports")}
            <span class="hush"> {item.video.title}</span>
          </button>
        </p>
      </div>
      {reading && (
        <div class="whole">
          <Reasons video={item.video.id} />
          <Film title={item.video.title} url={item.preview.url} poster={item.poster.url} onRenew={onRenew} />
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
          {isReason(reason, text) && <Surely name={say("takeDown")} busy={busy} onYes={takeDown} />}
          <FieldChoice name={say("fieldOf")} value={field} onChange={setField} />
          <p class="row">
            <button type="button" disabled={busy || !field || !item.mayDecide} onClick={keep}>
              {say("stays")}
            </button>
          </p>
          <Problem of={problem} />
        </div>
      )}
    </article>
  );
};

const Reasons = ({ video }: { video: string }) => (
  <Listed list={useList<ReportResponse>(`/api/videos/${video}/reports`)}>
    {(items) => (
      <ul>
        {items.map(({ reason, text, at, state }) => (
          <li key={at + reason}>
            {say("reportedAt", moment(at), `${sayReason(reason)}${text && `，${text}`}`)} · {say(state)}
          </li>
        ))}
      </ul>
    )}
  </Listed>
);
