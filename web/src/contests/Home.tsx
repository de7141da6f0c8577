import { useEffect } from "preact/hooks";
import { call, type Contest } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { arrive } from "../shell/pages";
import { of, t } from "../shell/texts";

export const Home = () => {
  const contests = useLoaded(() => call<{ items: Contest[] }>("GET", "/api/contests"));
  // What comes next, while the list is being read: from then on an attempt needs the network for its paper alone.
  useEffect(() => {
    if (contests.state !== "loading") arrive("contests").catch(() => undefined);
  }, [contests.state]);
  return (
    <>
      <h1>{t("contests")}</h1>
      <Show what={contests}>
        {({ items }) => (items.length ? items.map((contest) => <Card key={contest.id} contest={contest} />) : <p>{t("none")}</p>)}
      </Show>
    </>
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
