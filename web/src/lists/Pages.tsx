import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { call } from "../shell/api";
import { Problem, Show, useAction, useLoaded } from "../shell/load";
import { sentences } from "../shell/texts";

const say = sentences({ more: ["再看一些", "더 보기"] });

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list of the API, page by page. */
export const Pages = <T,>({
  path,
  none,
  children,
}: {
  path: string;
  none: ComponentChildren;
  children: (items: T[]) => ComponentChildren;
}) => {
  const first = useLoaded(() => call<Page<T>>("GET", path), path);
  return (
    <Show what={first}>
      {(page) => (page.items.length ? <Growing key={path} path={path} first={page} children={children} /> : <>{none}</>)}
    </Show>
  );
};

const Growing = <T,>({ path, first, children }: { path: string; first: Page<T>; children: (items: T[]) => ComponentChildren }) => {
  const [{ items, next }, grow] = useState(first);
  const { busy, problem, run } = useAction();
  const more = () =>
    run(async () => {
      const page = await call<Page<T>>("GET", `${path}${path.includes("?") ? "&" : "?"}cursor=${next}`);
      grow({ items: [...items, ...page.items], next: page.next });
    });
  return (
    <>
      {children(items)}
      <Problem of={problem} />
      {next && (
        <p>
          <button type="button" disabled={busy} onClick={more}>
            {say("more")}
          </button>
        </p>
      )}
    </>
  );
};
