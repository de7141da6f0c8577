import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Problem } from "../shell/load";
import { t } from "../shell/texts";
import { fresh } from "../work/fresh";
import { say } from "./texts";

export interface List<T> {
  items: T[];
  next: string | null;
  busy: boolean;
  problem: unknown;
  more: () => void;
  reload: () => void;
  change: (items: T[]) => void;
}

/** A list that comes page by page. */
export const useList = <T,>(path: string): List<T> => {
  const [list, set] = useState<{ items: T[]; next: string | null; busy: boolean; problem: unknown }>({
    items: [],
    next: null,
    busy: true,
    problem: null,
  });
  const asked = useRef("");
  const load = async (before: T[], cursor: string | null, shown = before) => {
    asked.current = path;
    set({ items: shown, next: cursor, busy: true, problem: null });
    try {
      const page = await fresh<{ items: T[]; next: string | null }>(
        path + (cursor ? `${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}` : ""),
      );
      if (asked.current === path) set({ items: [...before, ...page.items], next: page.next, busy: false, problem: null });
    } catch (problem) {
      if (asked.current === path) set({ items: shown, next: cursor, busy: false, problem });
    }
  };
  useEffect(() => {
    void load([], null);
  }, [path]);
  return {
    ...list,
    more: () => void load(list.items, list.next),
    reload: () => void load([], null, list.items),
    change: (items) => set({ ...list, items }),
  };
};

/** Its items, what is said when there are none, and the way to the next page. */
export const Listed = <T,>({ list, empty, children }: { list: List<T>; empty?: string; children: (items: T[]) => ComponentChildren }) => (
  <>
    {list.items.length > 0 ? children(list.items) : !list.busy && !list.problem && <p class="empty">{empty ?? say("empty")}</p>}
    <Problem of={list.problem} />
    {list.busy ? (
      <p class="soft" role="status">
        {t("loading")}
      </p>
    ) : list.problem ? (
      <button type="button" onClick={list.more}>
        {t("tryAgain")}
      </button>
    ) : (
      list.next && (
        <p class="row">
          <button type="button" onClick={list.more}>
            {say("more")}
          </button>
        </p>
      )
    )}
  </>
);
