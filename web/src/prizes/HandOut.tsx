import { useState } from "preact/hooks";
import type { PrizeResponse } from "../contract";
import { RegionChoice } from "../regions/RegionChoice";
import { call } from "../shell/api";
import { moment } from "../shell/format";
import { Problem, useAction } from "../shell/load";
import { of } from "../shell/texts";
import { For } from "../staff/For";
import { Listed, useList } from "../staff/List";
import type { Place } from "../work/places";
import { Surely } from "../work/Staff";
import { say } from "./texts";

/** The prizes of a place, which its officials hand out. */
export const HandOut = () => <For roles={["official", "administrator"]}>{(places) => <All places={places} />}</For>;

const All = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const list = useList<PrizeResponse>(`/api/prizes?region=${region}`);
  const { busy, problem, run } = useAction();
  const handOut = (prize: PrizeResponse) =>
    run(async () => {
      const after = await call<PrizeResponse>("POST", `/api/prizes/${prize.id}/handed-out`);
      list.change(list.items.map((other) => (other.id === prize.id ? after : other)));
    });
  return (
    <>
      <h1>{say("handOut")}</h1>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <Problem of={problem} />
      <Listed list={list} empty={say("nobody")}>
        {(items) =>
          items.map((prize) => (
            <article class="card" key={prize.id}>
              <h2>
                {of(prize.prize)} · {prize.name || "—"}
              </h2>
              <p class="soft">
                <b>{say(prize.state)}</b> · {of(prize.contestTitle)} · {prize.placeNames.map(of).join(" ")}
                {prize.by && ` · ${say(prize.by)}`}
                {prize.state === "won" && prize.claimUntil && ` · ${say("claimUntil", moment(prize.claimUntil))}`}
              </p>
              {prize.address && <p>{prize.address}</p>}
              {prize.state === "claimed" && <Surely name={say("handedOutNow")} busy={busy} onYes={() => void handOut(prize)} />}
            </article>
          ))
        }
      </Listed>
    </>
  );
};
