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
        {({ items }) => (items.length ? items.map((contest) => <Card key={contest.id} contest={contest} />) : <p>{t("none")}</p>)}
      </Show>
    </div>
  );
};

const Card = ({ contest }: { contest: Contest }) => (
  <div class="card">
    <h2>
      <a href={`#/contest/${contest.id}`}>{of(contest.title)}</a>
    </h2>
    <p class="soft">
      <span class={`chip ${contest.state}`}>{t(contest.state)}</span> {t("until", day(contest.closesAt))}
    </p>
  </div>
);
