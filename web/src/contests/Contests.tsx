import { DateTile } from "../design/DateTile";
import { Empty } from "../design/Empty";
import { say } from "../home/texts";
import { call, type Contest } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of, t } from "../shell/texts";

/** All that one may see, those that are open first. */
export const Contests = () => {
  const contests = useLoaded(() => call<{ items: Contest[] }>("GET", "/api/contests"));
  return (
    <div class="slim">
      <h1>{t("contests")}</h1>
      <Show what={contests}>
        {({ items }) =>
          items.length ? items.map((contest) => <Card key={contest.id} contest={contest} />) : <Empty>{say("noContest")}</Empty>
        }
      </Show>
    </div>
  );
};

const Card = ({ contest: { id, title, state, opensAt, closesAt, draw, questionSeconds } }: { contest: Contest }) => (
  <div class="card line">
    {state === "upcoming" && <DateTile at={opensAt} />}
    <div>
      <h2>
        <a href={`#/contest/${id}`}>{of(title)}</a>
      </h2>
      <p>{say("rules", draw.count, (draw.count * questionSeconds) / 60)}</p>
      <p class="soft">
        <span class={`chip ${state}`}>{t(state)}</span> {t("until", day(closesAt))}
      </p>
    </div>
  </div>
);
