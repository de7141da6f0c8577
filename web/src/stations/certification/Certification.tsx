import { useState } from "preact/hooks";
import type { StationResponse as Station, StationState as State } from "../../contract";
import { RegionChoice } from "../../regions/RegionChoice";
import { call } from "../../shell/api";
import { useAction } from "../../shell/load";
import { of } from "../../shell/texts";
import { Choice, FormProblem } from "../../staff/Fields";
import { For } from "../../staff/For";
import { Listed, useList } from "../../staff/List";
import { listed } from "../../staff/texts";
import type { Place } from "../../work/places";
import { say } from "./texts";

const haves = ["network", "staff", "premises", "activities", "terminals"] as const;
const states = ["applied", "approved", "certified", "rejected"] as const;

/** Stations on their way to the plaque: the county's word, then the prefecture's. */
export const Certification = () => <For roles={["reviewer"]}>{(places) => <Stations places={places} />}</For>;

const Stations = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const [state, setState] = useState<State | "all">("applied");
  const list = useList<Station>(`/api/stations?region=${region}${state === "all" ? "" : `&state=${state}`}`);
  return (
    <>
      <h1>{say("title")}</h1>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <Choice
        name={say("which")}
        value={state}
        onChange={setState}
        options={[...states, "all" as const].map((one) => [one, say(one)] as const)}
      />
      <Listed list={list} empty={say("none")}>
        {(items) =>
          items.map((station) => (
            <One
              key={station.id}
              station={station}
              mayConfirm={places.some(({ code }) => code.length <= 4 && station.village.startsWith(code))}
              onChange={(changed) => list.change(list.items.map((other) => (other.id === changed.id ? changed : other)))}
            />
          ))
        }
      </Listed>
    </>
  );
};

const One = ({ station, mayConfirm, onChange }: { station: Station; mayConfirm: boolean; onChange: (station: Station) => void }) => {
  const [reason, setReason] = useState("");
  const [told, tell] = useState("");
  const { busy, problem, run } = useAction();
  const missing = haves.filter((have) => !station.haves[have]);
  const open = station.state === "applied" || station.state === "approved";
  const decide = (decision: "approve" | "reject") =>
    run(async () => {
      const changed = await call<Station>("POST", `/api/stations/${station.id}/reviews`, { decision, reason: reason.trim() || null });
      onChange(changed);
      setReason("");
      tell(say("told", of(changed.name), say(changed.state)));
    });
  return (
    <article class="card">
      <h2>{of(station.name)}</h2>
      <p class="soft">
        {station.placeNames.slice(1).map(of).join(" ")} · {station.address}
      </p>
      <p class="soft">
        {say("opening", station.opening)}
        {station.certifiedOn && ` · ${say("certifiedOn", station.certifiedOn)}`}
      </p>
      <Steps station={station} />
      <h3 class="hush">{say("haves")}</h3>
      <ul class="haves">
        {haves.map((have) => (
          <li key={have} class={station.haves[have] ? "good" : "bad"}>
            <span aria-hidden="true">{station.haves[have] ? "✓" : "✗"}</span> {say(have)}
            <span class="hush">: {say(station.haves[have] ? "has" : "lacks")}</span>
          </li>
        ))}
      </ul>
      {station.reason && <p class="soft">{say("lastReason", station.reason)}</p>}
      {open && missing.length > 0 && <p class="note">{say("missing", listed(missing.map((have) => say(have))))}</p>}
      {open &&
        (station.state === "applied" || mayConfirm ? (
          <form onSubmit={(event) => event.preventDefault()}>
            <label for={`reason-${station.id}`}>{say("reason")}</label>
            <textarea
              id={`reason-${station.id}`}
              rows={2}
              maxLength={500}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
            <p class="row">
              <button type="button" class="main" disabled={busy || missing.length > 0} onClick={() => decide("approve")}>
                {say("approve")}
                <span class="hush"> {of(station.name)}</span>
              </button>
              <button type="button" class="bad" disabled={busy || !reason.trim()} onClick={() => decide("reject")}>
                {say("reject")}
                <span class="hush"> {of(station.name)}</span>
              </button>
            </p>
          </form>
        ) : (
          <p class="note">{say("prefecture")}</p>
        ))}
      <FormProblem of={problem} />
      <div role="status">{told && <p class="note">{told}</p>}</div>
    </article>
  );
};

const Steps = ({ station: { state, name } }: { station: Station }) => {
  if (state === "rejected")
    return (
      <p>
        <span class="state bad">{say("rejected")}</span>
      </p>
    ); // at which step is not told
  const done = { applied: 1, approved: 2, certified: 4 }[state];
  return (
    <ol class="stages" aria-label={say("steps", of(name))}>
      {([1, 2, 3, 4] as const).map((step) => {
        const at = step <= done ? "done" : step === done + 1 ? "now" : "later";
        return (
          <li key={step} class={at} aria-current={at === "now" ? "step" : undefined}>
            {say(`step${step}`)} <small>{say(at)}</small>
          </li>
        );
      })}
    </ol>
  );
};
