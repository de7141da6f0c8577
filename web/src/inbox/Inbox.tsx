import { useEffect, useState } from "preact/hooks";
import type { InboxItemResponse, InboxResponse } from "../contract";
import { Badge } from "../design/Badge";
import { Empty } from "../design/Empty";
import bell from "../design/icons/bell.svg";
import { call } from "../shell/api";
import { moment } from "../shell/format";
import { Problem, Show, useAction, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { say } from "./texts";

const page = (cursor?: string) => call<InboxResponse>("GET", `/api/inbox${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""}`);

/** All that I am told, newest first. Opening it marks it as read; what was new stays marked until the page is left. */
export const Inbox = () => {
  const first = useLoaded(() => page());
  return (
    <div class="slim">
      <h1>{say("title")}</h1>
      <Show what={first}>{(loaded) => <Items first={loaded} />}</Show>
    </div>
  );
};

const Items = ({ first }: { first: InboxResponse }) => {
  const [{ items, next }, set] = useState<Pick<InboxResponse, "items" | "next">>(first);
  const { busy, problem, run } = useAction();
  useEffect(() => {
    // Unsent, it stays unread: the next visit marks it.
    if (first.unread && first.items[0]) call("PUT", "/api/inbox/read", { upTo: first.items[0].at }).catch(() => undefined);
  }, []);
  const more = () =>
    run(async () => {
      const older = await page(next!);
      set({ items: [...items, ...older.items], next: older.next });
    });
  if (items.length === 0) return <Empty icon={bell}>{say("none")}</Empty>;
  return (
    <>
      {first.unread ? <p role="status">{first.unread > 99 ? say("many") : say("unread", first.unread)}</p> : null}
      <ul class="told">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      <Problem of={problem} />
      {next && (
        <button type="button" class="wide" disabled={busy} onClick={more}>
          {say("more")}
        </button>
      )}
    </>
  );
};

const Item = ({ item: { title, text, at, link, read } }: { item: InboxItemResponse }) => (
  <li class="card">
    <h2>
      {of(title)} {!read && <Badge tone="warm">{say("new")}</Badge>}
    </h2>
    <p class="lines">{of(text)}</p>
    <p class="soft">{moment(at)}</p>
    {link && (
      <a class="button" href={`#${link}`} aria-label={`${say("open")} ${of(title)}`}>
        {say("open")}
      </a>
    )}
  </li>
);
