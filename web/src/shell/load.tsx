// Loading what a page shows, doing what it asks for, and saying what became of it.
import { useLayoutEffect, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { Refusal, Unreached } from "./api";
import { t } from "./texts";

export type Loaded<T> = { state: "loading" } | { state: "there"; value: T } | { state: "failed"; problem: unknown; again: () => void };

export const useLoaded = <T,>(load: () => Promise<T>, ...when: unknown[]): Loaded<T> => {
  const [loaded, set] = useState<Loaded<T>>({ state: "loading" });
  const [times, again] = useState(0);
  // Not after the first frame is painted: the answer may be there already.
  useLayoutEffect(() => {
    let current = true;
    set({ state: "loading" });
    load().then(
      (value) => current && set({ state: "there", value }),
      (problem) => current && set({ state: "failed", problem, again: () => again(times + 1) }),
    );
    return () => {
      current = false;
    };
  }, [...when, times]);
  return loaded;
};

export const Show = <T,>({ what, children }: { what: Loaded<T>; children: (value: T) => ComponentChildren }) =>
  what.state === "there" ? (
    <>{children(what.value)}</>
  ) : what.state === "loading" ? (
    <p class="soft wait" role="status">
      {t("loading")}
    </p>
  ) : (
    <>
      <Problem of={what.problem} />
      {what.problem instanceof Refusal ? (
        <a class="button" href="#">
          {t("backHome")}
        </a>
      ) : (
        <button type="button" onClick={what.again}>
          {t("tryAgain")}
        </button>
      )}
    </>
  );

/** What went wrong, and at which field. */
export const Problem = ({ of: problem }: { of: unknown }) =>
  !problem ? null : problem instanceof Refusal ? (
    <div class="note bad" role="alert">
      {problem.message}
      {problem.rules.map(({ detail }) => (
        <p key={detail}>{detail}</p>
      ))}
      {Object.entries(problem.errors).map(([field, reasons]) => (
        <p key={field}>
          {field}: {reasons.join(" ")}
        </p>
      ))}
    </div>
  ) : (
    <p class="note bad" role="alert">
      {t(!(problem instanceof Unreached) ? "broken" : problem.busy ? "busy" : "offline")}
    </p>
  );

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
