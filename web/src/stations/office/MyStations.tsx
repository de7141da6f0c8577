import { Show, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { placesOf } from "../../work/places";
import { say } from "./texts";
import type { Station } from "./types";

/** The stations of the places somebody works for. */
export const MyStations = () => {
  const stations = useLoaded(async () => {
    const places = await placesOf("official");
    const lists = await Promise.all(places.map(({ code }) => fresh<{ items: Station[] }>(`/api/stations?region=${code}&limit=100`)));
    return lists.flatMap(({ items }) => items);
  });
  return (
    <>
      <h1>{say("stationsTitle")}</h1>
      <a class="button main" href="#/station">
        {say("apply")}
      </a>
      <Show what={stations}>
        {(all) =>
          all.length === 0 ? (
            <p>{say("none")}</p>
          ) : (
            all.map((station) => (
              <div class="card" key={station.id}>
                <h2>{of(station.name)}</h2>
                <p>
                  <b class={station.state === "certified" ? "good" : station.state === "rejected" ? "bad" : ""}>{say(station.state)}</b>
                </p>
                <p class="soft">
                  {station.placeNames.slice(-2).map(of).join(" ")} · {station.address}
                </p>
                {station.reason && <p class={station.state === "rejected" ? "note bad" : "note"}>{say("reason", station.reason)}</p>}
                <a class="button" href={`#/station/${station.id}`}>
                  {say(station.state === "rejected" ? "mend" : "change")}
                </a>
              </div>
            ))
          )
        }
      </Show>
    </>
  );
};
