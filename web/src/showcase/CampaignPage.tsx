import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { Pages } from "../lists/Pages";
import { campaigns } from "./campaigns";
import { say } from "./texts";
import type { Campaign, ResultEntry } from "./types";

export const CampaignPage = ({ id }: { id: string }) => {
  const campaign = useLoaded(async () => (await campaigns()).find((each) => each.id === id), id);
  return <Show what={campaign}>{(found) => (found ? <Found campaign={found} /> : <p>{say("noCampaign")}</p>)}</Show>;
};

const Found = ({ campaign }: { campaign: Campaign }) => {
  const judged = campaign.result === "public" || campaign.result === "final";
  return (
    <>
      <h1>{of(campaign.title)}</h1>
      <p>{campaign.themes.map(of).join(" · ")}</p>
      <p>{say("takes", day(campaign.opensAt), day(campaign.closesAt))}</p>
      <p>{say("voting", day(campaign.votingOpensAt), day(campaign.votingClosesAt), campaign.votesPerDay)}</p>
      <p>{say("jury", campaign.juryTop)}</p>
      <h2>{say("results")}</h2>
      <p class="note">{stateOf(campaign)}</p>
      <Pages<ResultEntry> path={`/api/campaigns/${campaign.id}/results`} none={<p class="soft">{say("noResults")}</p>}>
        {(entries) => (
          <table>
            <thead>
              <tr>
                <th class="n" scope="col">
                  {say("rank")}
                </th>
                <th scope="col">{say("film")}</th>
                <th class="n" scope="col">
                  {say("votesHead")}
                </th>
                {judged && (
                  <th class="n" scope="col">
                    {say("score")}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.id} entry={entry} judged={judged} />
              ))}
            </tbody>
          </table>
        )}
      </Pages>
    </>
  );
};

const Row = ({ entry, judged }: { entry: ResultEntry; judged: boolean }) => (
  <tr>
    <td class="n">{entry.rank}</td>
    <td>
      <a href={`#/videos/${entry.id}`}>{entry.title}</a>
      <br />
      <span class="soft">
        {entry.author} · {of(entry.theme)}
      </span>
      {entry.award && (
        <>
          <br />
          <b>{of(entry.award)}</b>
        </>
      )}
    </td>
    <td class="n">{entry.votes}</td>
    {judged && <td class="n">{entry.score === null ? "—" : entry.score.toFixed(1)}</td>}
  </tr>
);

const stateOf = ({ result, juryClosesAt, finalAt }: Campaign) =>
  result === "voting"
    ? say("stateVoting")
    : result === "jury"
      ? say("stateJury", day(juryClosesAt))
      : result === "public"
        ? say("statePublic", day(finalAt))
        : say("stateFinal");
