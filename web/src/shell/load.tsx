// Loading what a page shows, doing what it asks for, and saying what became of it.
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

/** What went wrong, and at which field. */
export const Problem = ({ of: problem }: { of: unknown }) =>
  !problem ? null
  : problem instanceof Refusal ? (
    <div class="note bad" role="alert">
      {problem.message}
      {Object.entries(problem.errors).map(([field, reasons]) => <p key={field}>{field}: {reasons.join(" ")}</p>)}
    </div>
  )
  : <p class="note bad" role="alert">{t("offline")}</p>;

/** Something that a button starts: whether it is under way, and what went wrong. */
export const useAction = () => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (refused) {
      setProblem(refused);
    }
    setBusy(false);
  };
  return { busy, problem, run };
};
