import { useState } from "preact/hooks";
import { DateTile } from "../design/DateTile";
import { Empty } from "../design/Empty";
import calendar from "../design/icons/calendar-days.svg";
import { call } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { signedIn } from "../shell/session";
import { of } from "../shell/texts";
import { Pages } from "../lists/Pages";
import { askWhoIAm, whoIWas } from "../people/mine";
import { shortly } from "../regions/names";
import { PlaceFilter, PlaceName, province } from "../regions/PlaceFilter";
import { isToCome, PlacesLeft, SignUpTime } from "./Facts";
import { programmes } from "./programmes";
import { say } from "./texts";
import type { Listed } from "./types";
import { dayOf } from "./when";

interface Wanted {
  place: string;
  programme: string;
  from: string;
  to: string;
}

let last: Wanted | null = null; // coming back from a training, people find the list as they left it

/** What takes place near me. */
export const Trainings = () => {
  const near = useLoaded(countyOfMine);
  return (
    <div class="slim">
      <div class="row apart">
        <h1>{say("title")}</h1>
        <span>
          {signedIn() && (
            <a class="button plain" href="#/my-trainings">
              {say("mine")}
            </a>
          )}
          <a class="button plain" href="#/certificate">
            {say("check")}
          </a>
        </span>
      </div>
      <Show what={near}>{(place) => <Choosing start={last ?? { place, programme: "", from: "", to: "" }} />}</Show>
    </div>
  );
};

const countyOfMine = async () => {
  if (!signedIn()) return province;
  try {
    const { village } = whoIWas() ?? (await askWhoIAm());
    if (!village) return province;
    // Where the county has none, its prefecture is near, too.
    const county = village.slice(0, 6);
    const { items } = await call<{ items: Listed[] }>("GET", `/api/trainings?region=${county}&limit=1`);
    return items.length ? county : village.slice(0, 4);
  } catch {
    return province;
  }
};

const Choosing = ({ start }: { start: Wanted }) => {
  const [wanted, want] = useState(start);
  const choose = (part: Partial<Wanted>) => want((last = { ...wanted, ...part }));
  const programme = programmes().find(([code]) => code === wanted.programme)?.[1] ?? say("all");
  return (
    <>
      <details class="card filter">
        <summary>
          {say("filter")}：<PlaceName code={wanted.place} /> · {programme}
        </summary>
        <PlaceFilter place={wanted.place} onPick={(place) => choose({ place })} />
        <label for="programme">{say("programme")}</label>
        <select id="programme" value={wanted.programme} onChange={(event) => choose({ programme: event.currentTarget.value })}>
          <option value="">{say("all")}</option>
          {programmes().map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <label for="from">{say("from")}</label>
        <input id="from" type="date" value={wanted.from} onChange={(event) => choose({ from: event.currentTarget.value })} />
        <label for="to">{say("to")}</label>
        <input id="to" type="date" value={wanted.to} onChange={(event) => choose({ to: event.currentTarget.value })} />
      </details>
      <Pages<Listed> path={`/api/trainings?${queryOf(wanted)}`} none={<Empty icon={calendar}>{say("none")}</Empty>}>
        {(trainings) => trainings.map((training) => <Card key={training.id} training={training} />)}
      </Pages>
    </>
  );
};

const queryOf = ({ place, programme, from, to }: Wanted) =>
  Object.entries({ region: place, programme, from, to })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");

const Card = ({ training }: { training: Listed }) => (
  <div class="card line">
    <DateTile at={training.startsAt} />
    <div>
      <h2>
        <a href={`#/trainings/${training.id}`}>{of(training.title)}</a>
      </h2>
      <p>
        {dayOf(training.startsAt)} · {shortly(training.placeNames).map(of).join(" ")}
      </p>
      <p class="soft">{of(training.programmeName)}</p>
      <p>
        {isToCome(training) && (
          <>
            <PlacesLeft training={training} /> ·{" "}
          </>
        )}
        <SignUpTime training={training} />
      </p>
    </div>
  </div>
);
