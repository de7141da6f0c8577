// Loading what a page shows, and saying so.
import { useEffect, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { Refusal } from "./api";
import { t } from "./texts";

export type Loaded<T> = { state: "loading" } | { state: "there"; value: T } | { state: "failed"; problem: unknown };

export const useLoaded = <T,>(load: () => Promise<T>, ...when: unknown[]): Loaded<T> => {
  const [loaded, set] = useState<Loaded<T>>({ state: "loading" });
  useEffect(() => {
    let current = true;
    set({ state: "loading" });
    load().then(
      (value) => current && set({ state: "there", value }),
      (problem) => current && set({ state: "failed", problem }),
    );
    return () => { current = false; };
  }, when);
  return loaded;
};

export const Show = <T,>({ what, children }: { what: Loaded<T>; children: (value: T) => ComponentChildren }) =>
  what.state === "there" ? <>{children(what.value)}</>
  : what.state === "loading" ? <p class="soft" role="status">{t("loading")}</p>
  : <Problem of={what.problem} />;

export const Problem = ({ of: problem }: { of: unknown }) =>
  problem ? <p class="note bad" role="alert">{problem instanceof Refusal ? problem.message : t("offline")}</p> : null;
