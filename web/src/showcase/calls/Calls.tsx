import { has, roles } from "../../shell/session";
import { day } from "../../shell/format";
import { of } from "../../shell/texts";
import { For } from "../../staff/For";
import { Listed, useList } from "../../staff/List";
import { say as sayOfStaff } from "../../staff/texts";
import type { Campaign } from "../reviews/types";
import { CallForm } from "./CallForm";
import { say } from "./texts";

/** Calls for videos: those there are, a new one, one changed. */
export const Calls = ({ id }: { id: string | undefined }) => (
  <For roles={["administrator"]}>{() => (id ? <CallForm id={id === "new" ? null : id} /> : <All />)}</For>
);

const ofProvince = () => has("administrator") && roles().some(({ role, region }) => role === "administrator" && region.length === 2);

const All = () => (
  <>
    <h1>{say("title")}</h1>
    {ofProvince() ? (
      <p class="row">
        <a class="button main" href="#/calls/new">
          {say("create")}
        </a>
      </p>
    ) : (
      <p class="note">{say("province")}</p>
    )}
    <Listed list={useList<Campaign>("/api/campaigns")}>
      {(items) =>
        items.map((campaign) => (
          <article class="card" key={campaign.id}>
            <h2>{of(campaign.title)}</h2>
            <p>
              <span class="state">{say(campaign.state)}</span> <span class="state">{say(campaign.result)}</span>
            </p>
            <p class="soft">
              {say("summary", day(campaign.opensAt), day(campaign.closesAt), day(campaign.votingOpensAt), day(campaign.votingClosesAt))}
            </p>
            <p class="soft">{campaign.themes.map(of).join(" · ")}</p>
            {ofProvince() && (
              <a class="button" href={`#/calls/${campaign.id}`}>
                {sayOfStaff("edit")}
                <span class="hush"> {of(campaign.title)}</span>
              </a>
            )}
          </article>
        ))
      }
    </Listed>
  </>
);
