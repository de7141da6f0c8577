import { call, type Contest } from "../api";
import { day } from "../format";
import { Show, useLoaded } from "../load";
import { of, t } from "../texts";

export const Home = () => {
  const contests = useLoaded(() => call<{ items: Contest[] }>("GET", "/api/contests"));
  return (
    <>
      <h1>{t("contests")}</h1>
      <Show what={contests}>
        {({ items }) => items.length ? items.map((contest) => <Card key={contest.id} contest={contest} />) : <p>{t("none")}</p>}
      </Show>
    </>
  );
};

const Card = ({ contest }: { contest: Contest }) => (
  <div class="card">
    <h2><a href={`#/contest/${contest.id}`}>{of(contest.title)}</a></h2>
    <p class="soft">{t(contest.state)} · {t("until", day(contest.closesAt))}</p>
  </div>
);
