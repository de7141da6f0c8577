import { useState } from "preact/hooks";
import type { NoticeRequest, NoticeSentResponse } from "../contract";
import { RegionChoice, RegionName } from "../regions/RegionChoice";
import { call } from "../shell/api";
import { useAction } from "../shell/load";
import type { Localised } from "../shell/texts";
import { BothTexts, Choice, FormProblem, TimeField } from "../staff/Fields";
import type { Place } from "../work/places";
import { AudienceFields, type Audience } from "./AudienceFields";
import { say } from "./texts";

const shown = ["title", "text", "from", "until"];

/** Writes a notice. A preview tells how many people it reaches before it is sent. */
export const NoticeForm = ({ places: roots }: { places: Place[] }) => {
  const [title, setTitle] = useState<Localised>({ zh: "" });
  const [text, setText] = useState<Localised>({ zh: "" });
  const [places, setPlaces] = useState<string[]>([]);
  const [audience, setAudience] = useState<Audience>({});
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [channel, setChannel] = useState<"inbox" | "message">("inbox");
  const [told, tell] = useState("");
  const { busy, problem, run } = useAction();

  const ask = (preview: boolean) => {
    const request: NoticeRequest = { title, text, places, channel, from, until, preview };
    if (Object.keys(audience).length) request.audience = audience;
    return call<NoticeSentResponse>("POST", "/api/notices", request);
  };
  const preview = () =>
    run(async () => {
      tell("");
      const { reaches } = await ask(true);
      tell(reaches ? say("reaches", reaches) : say("fewer"));
    });
  const send = () =>
    run(async () => {
      tell("");
      const { state } = await ask(false);
      tell(say(state === "waiting" ? "waiting" : "sent"));
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{say("write")}</h1>
      <p class="note warm">{say("open")}</p>
      <BothTexts name={say("heading")} at="title" problem={problem} value={title} onChange={setTitle} required maxLength={60} />
      <BothTexts name={say("text")} at="text" problem={problem} value={text} onChange={setText} long required maxLength={1000} />
      <Places roots={roots} places={places} onChange={setPlaces} />
      <AudienceFields value={audience} onChange={setAudience} problem={problem} />
      <div class="two">
        <TimeField name={say("from")} at="from" problem={problem} value={from} onChange={setFrom} />
        <TimeField name={say("until")} at="until" problem={problem} value={until} onChange={setUntil} />
      </div>
      <Choice
        name={say("channel")}
        value={channel}
        options={[["inbox", say("inbox")] as const, ["message", say("message")] as const]}
        onChange={setChannel}
      />
      {channel === "message" && <p class="soft">{say("messageNote")}</p>}
      <FormProblem of={problem} shown={shown} />
      <div role="status">{told && <p class="note">{told}</p>}</div>
      <p class="row">
        <button type="button" disabled={busy || !places.length} onClick={preview}>
          {say("preview")}
        </button>
        <button class="main" disabled={busy || !places.length}>
          {say("send")}
        </button>
        <a class="button" href="#/notices">
          {say("title")}
        </a>
      </p>
    </form>
  );
};

const Places = ({ roots, places, onChange }: { roots: Place[]; places: string[]; onChange: (places: string[]) => void }) => {
  const [region, setRegion] = useState(roots[0]!.code);
  return (
    <fieldset>
      <legend>{say("places")}</legend>
      <RegionChoice roots={roots} region={region} onChange={setRegion} />
      <button type="button" disabled={places.includes(region) || places.length >= 100} onClick={() => onChange([...places, region])}>
        {say("add")}
      </button>
      {places.length === 0 ? (
        <p class="soft">{say("noPlace")}</p>
      ) : (
        <ul class="chosen">
          {places.map((place) => (
            <li key={place}>
              <RegionName code={place} />{" "}
              <button
                type="button"
                class="plain"
                aria-label={say("takeAway", place)}
                onClick={() => onChange(places.filter((one) => one !== place))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
};
