import { useState } from "preact/hooks";
import { day } from "../../shell/format";
import { Show, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { placesOf } from "../../work/places";
import { pending } from "./scans";
import { say } from "./texts";
import { dayAfter, today } from "./times";
import type { Listed } from "./types";

const back = 90; // days

/** Trainings of the places somebody works for. */
export const Manage = () => {
  const places = useLoaded(() => placesOf("official", "administrator"));
  const [place, setPlace] = useState(0);
  const unsent = useLoaded(pending);
  return (
    <>
      <h1>{say("manageTitle")}</h1>
      <a class="button main" href="#/announce">
        {say("announceTitle")}
      </a>
      {unsent.state === "there" &&
        unsent.value.map(({ training, session, title, waiting }) => (
          <p class="note" key={training + session}>
            <a href={`#/scan/${training}/${session}`}>{say("unsent", waiting, title)}</a>
          </p>
        ))}
      <Show what={places}>
        {(mine) => (
          <>
            {mine.length > 1 && (
              <>
                <label for="place">{say("place")}</label>
                <select id="place" value={place} onChange={(event) => setPlace(Number(event.currentTarget.value))}>
                  {mine.map(({ code, name }, at) => (
                    <option key={code} value={at}>
                      {of(name)}
                    </option>
                  ))}
                </select>
              </>
            )}
            {mine[place] && <Trainings key={mine[place].code} region={mine[place].code} />}
          </>
        )}
      </Show>
    </>
  );
};

const Trainings = ({ region }: { region: string }) => {
  const list = useLoaded(
    () => fresh<{ items: Listed[] }>(`/api/trainings?region=${region}&from=${dayAfter(today(), -back)}&limit=100`),
    region,
  );
  return (
    <Show what={list}>
      {({ items }) => (
        <>
          <p class="soft">{say("since")}</p>
          {items.length === 0 && <p>{say("noTrainings")}</p>}
          {items.map((training) => (
            <div class="card" key={training.id}>
              <h2>
                <a href={`#/manage/${training.id}`}>{of(training.title)}</a>
              </h2>
              <p class="soft">
                {day(training.startsAt)} · {training.placeNames.slice(-2).map(of).join(" ")}
              </p>
              <p>{say("figures", training.capacity, training.confirmed, training.waiting)}</p>
            </div>
          ))}
        </>
      )}
    </Show>
  );
};
