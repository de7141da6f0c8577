import { useState } from "preact/hooks";
import { Choice } from "../design/Choice";
import { Empty } from "../design/Empty";
import films from "../design/icons/clapperboard.svg";
import { duration } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { Pages } from "../lists/Pages";
import { PlaceFilter, PlaceName, province } from "../regions/PlaceFilter";
import { campaigns } from "./campaigns";
import { say } from "./texts";
import type { Campaign, Card } from "./types";

interface Wanted {
  sort: "newest" | "popular";
  campaign: string;
  theme: string;
  region: string;
}

let last: Wanted = { sort: "newest", campaign: "", theme: "", region: province }; // coming back from a video, people find the list as they left it

export const Videos = () => {
  const [wanted, want] = useState(last);
  const calls = useLoaded(campaigns);
  const choose = (part: Partial<Wanted>) => want((last = { ...wanted, ...part }));
  return (
    <>
      <h1>{say("title")}</h1>
      <Choice
        name={say("order")}
        value={wanted.sort}
        options={(["newest", "popular"] as const).map((sort) => [sort, say(sort)] as const)}
        onChange={(sort) => choose({ sort })}
      />
      <Show what={calls}>{(all) => <Filter all={all} wanted={wanted} onChoose={choose} />}</Show>
      <Pages<Card> path={`/api/videos?${queryOf(wanted)}`} none={<Empty icon={films}>{say("none")}</Empty>}>
        {(films) => (
          <ul class="films">
            {films.map((film) => (
              <Film key={film.id} film={film} />
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
};

const queryOf = (wanted: Wanted) =>
  Object.entries(wanted)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

const Filter = ({ all, wanted, onChoose }: { all: Campaign[]; wanted: Wanted; onChoose: (part: Partial<Wanted>) => void }) => {
  const chosen = all.find(({ id }) => id === wanted.campaign);
  const themes = new Map((chosen ? [chosen] : all).flatMap((campaign) => campaign.themes).map((theme) => [theme.zh, theme]));
  return (
    <>
      <details class="card filter">
        <summary>
          {say("filter")}：<PlaceName code={wanted.region} /> · {of(themes.get(wanted.theme)) || say("allThemes")}
        </summary>
        <label for="campaign">{say("campaign")}</label>
        <select id="campaign" value={wanted.campaign} onChange={(event) => onChoose({ campaign: event.currentTarget.value, theme: "" })}>
          <option value="">{say("allCampaigns")}</option>
          {all.map(({ id, title }) => (
            <option key={id} value={id}>
              {of(title)}
            </option>
          ))}
        </select>
        <label for="theme">{say("theme")}</label>
        <select id="theme" value={wanted.theme} onChange={(event) => onChoose({ theme: event.currentTarget.value })}>
          <option value="">{say("allThemes")}</option>
          {[...themes.values()].map((theme) => (
            <option key={theme.zh} value={theme.zh}>
              {of(theme)}
            </option>
          ))}
        </select>
        <PlaceFilter place={wanted.region} onPick={(region) => onChoose({ region })} />
      </details>
      {(chosen ? [chosen] : all.filter(({ state }) => state === "open")).map(({ id, title }) => (
        <p class="note" key={id}>
          {of(title)}：<a href={`#/campaign/${id}`}>{say("about")}</a>
        </p>
      ))}
    </>
  );
};

const Film = ({ film }: { film: Card }) => (
  <li>
    <a href={`#/videos/${film.id}`} tabIndex={-1} aria-hidden="true">
      <img src={film.poster.url} alt="" loading="lazy" width={160} height={120} />
      <span>{duration(film.durationMs)}</span>
    </a>
    <div>
      <h2>
        <a href={`#/videos/${film.id}`}>{film.title}</a>
      </h2>
      <p class="soft">
        {film.author} · {of(film.theme)}
      </p>
      {film.views !== null && (
        <p class="soft">
          {say("views", film.views)} · {say("likes", film.likes ?? 0)}
        </p>
      )}
    </div>
  </li>
);
