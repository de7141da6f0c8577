import { useState } from "preact/hooks";
import { RegionChoice, RegionName } from "../../regions/RegionChoice";
import { day } from "../../shell/format";
import { of, t } from "../../shell/texts";
import { For } from "../../staff/For";
import { Listed as Items, useList } from "../../staff/List";
import { say as sayOfStaff } from "../../staff/texts";
import type { Place } from "../../work/places";
import { Mend } from "../office/Mend";
import { say as sayOfOffice } from "../office/texts";
import { ContestStatistics } from "./ContestStatistics";
import { DraftForm } from "./DraftForm";
import { say } from "./texts";
import type { Listed } from "./types";

/** Contests that are being written, and those that are published. */
export const Drafts = ({ id, page }: { id: string | undefined; page: string | undefined }) => (
  <For roles={["administrator"]}>
    {(places) =>
      !id ? (
        <All places={places} />
      ) : page === "statistics" ? (
        <ContestStatistics id={id} />
      ) : page === "mend" ? (
        <Mend id={id} />
      ) : (
        <DraftForm id={id === "new" ? null : id} places={places} />
      )
    }
  </For>
);

const All = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  return (
    <>
      <h1>{say("title")}</h1>
      <p class="row">
        <a class="button main" href="#/drafts/new">
          {say("create")}
        </a>{" "}
        <a class="button" href="#/banks">
          {say("banks")}
        </a>{" "}
        <a class="button" href="#/calls">
          {say("calls")}
        </a>
      </p>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <h2>{say("drafts")}</h2>
      <Items list={useList<Listed>(`/api/contests?state=draft&region=${region}`)} empty={say("noDrafts")}>
        {(items) =>
          items.map((contest) => (
            <article class="card" key={contest.id}>
              <Summary contest={contest} />
              <a class="button" href={`#/drafts/${contest.id}`}>
                {sayOfStaff("edit")}
                <span class="hush"> {of(contest.title)}</span>
              </a>
            </article>
          ))
        }
      </Items>
      <h2>{say("published")}</h2>
      <Items list={useList<Listed>(`/api/contests?region=${region}`)}>
        {(items) =>
          items.map((contest) => (
            <article class="card" key={contest.id}>
              <Summary contest={contest} />
              <a class="button" href={`#/poster/contest/${contest.id}`}>
                {say("poster")}
                <span class="hush"> {of(contest.title)}</span>
              </a>
              <a class="button" href={`#/drafts/${contest.id}/mend`}>
                {sayOfOffice("mend")}
                <span class="hush"> {of(contest.title)}</span>
              </a>
              <a class="button" href={`#/drafts/${contest.id}/statistics`}>
                {say("statistics")}
                <span class="hush"> {of(contest.title)}</span>
              </a>
            </article>
          ))
        }
      </Items>
    </>
  );
};

const Summary = ({ contest }: { contest: Listed }) => (
  <>
    <h3>{of(contest.title)}</h3>
    <p class="soft">
      {contest.state !== "draft" && (
        <>
          <span class="state">{t(contest.state)}</span>{" "}
        </>
      )}
      <RegionName code={contest.region} /> · {say("span", day(contest.opensAt), day(contest.closesAt))}
    </p>
  </>
);
