import { useState } from "preact/hooks";
import type { NoticeResponse } from "../contract";
import { RegionChoice, RegionName } from "../regions/RegionChoice";
import { call } from "../shell/api";
import { moment } from "../shell/format";
import { Problem, useAction } from "../shell/load";
import { has } from "../shell/session";
import { of } from "../shell/texts";
import { For } from "../staff/For";
import { Listed, useList } from "../staff/List";
import type { Place } from "../work/places";
import { Surely } from "../work/Staff";
import { NoticeForm } from "./NoticeForm";
import { say } from "./texts";

/** Notices to the places of an official or administrator: written, approved, withdrawn. */
export const Notices = ({ page }: { page: string | undefined }) => (
  <For roles={["official", "administrator"]}>{(places) => (page === "new" ? <NoticeForm places={places} /> : <All places={places} />)}</For>
);

const All = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const list = useList<NoticeResponse>(`/api/notices?region=${region}`);
  const { busy, problem, run } = useAction();
  const act = (method: string, path: string) =>
    run(async () => {
      await call(method, path);
      list.reload();
    });
  return (
    <>
      <h1>{say("title")}</h1>
      <p class="row">
        <a class="button main" href="#/notices/new">
          {say("write")}
        </a>
      </p>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <Problem of={problem} />
      <Listed list={list} empty={say("none")}>
        {(items) =>
          items.map((notice) => (
            <One
              key={notice.id}
              notice={notice}
              busy={busy}
              onApprove={() => act("POST", `/api/notices/${notice.id}/approve`)}
              onWithdraw={() => act("DELETE", `/api/notices/${notice.id}`)}
            />
          ))
        }
      </Listed>
    </>
  );
};

const states = { waiting: "stateWaiting", sent: "stateSent", withdrawn: "stateWithdrawn" } as const;

const One = ({
  notice,
  busy,
  onApprove,
  onWithdraw,
}: {
  notice: NoticeResponse;
  busy: boolean;
  onApprove: () => void;
  onWithdraw: () => void;
}) => {
  const [first, ...others] = notice.places;
  return (
    <article class="card">
      <h2>{of(notice.title)}</h2>
      <p class="soft">
        <b>{say(states[notice.state])}</b> · {moment(notice.at)} · <RegionName code={first!} />
        {others.length > 0 && ` +${others.length}`} · {say("reached", notice.reaches)}
        {notice.delivered !== null && ` · ${say("delivered", notice.delivered)}`}
        {notice.read !== null && ` · ${say("read", notice.read)}`}
      </p>
      <p class="lines">{of(notice.text)}</p>
      <div class="row">
        {notice.state === "waiting" && !notice.isOwn && has("administrator") && (
          <Surely name={say("approve")} busy={busy} onYes={onApprove} />
        )}
        {notice.state === "sent" && (
          <a class="button" href={`#/poster/notice/${notice.id}/${first}`}>
            {say("poster")}
            <span class="hush"> {of(notice.title)}</span>
          </a>
        )}
        {notice.state !== "withdrawn" && <Surely name={say("withdraw")} busy={busy} onYes={onWithdraw} />}
      </div>
    </article>
  );
};
