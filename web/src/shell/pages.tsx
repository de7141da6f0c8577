// Pages are named after the #: no server, proxy or app in between has to know them. What farmers need first is in the page itself; the
// rest comes as a part, a file of its own, when it is first opened.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Unreached } from "./api";
import { Show, useLoaded } from "./load";
import { keep, recall } from "./memory";

export type Page = (props: { route: string[] }) => VNode;

/** The files of the parts, by name; the build fills them in. */
declare const PART_FILES: Record<string, string>;

const pages: Record<string, Page> = {};

/** What comes after the first page: what stands around the contest of today, and what is said of copies. */
export const registered: { rest?: (props: { now: any }) => VNode; kept?: () => string } = {};
const arriving: Record<string, Promise<unknown>> = {};

/** Adds pages, by the first word of their route. */
export const register = (more: Record<string, Page>) => void Object.assign(pages, more);

/** Which pages are in which part. */
const parts = {
  people: "sign-in profile me privacy terms",
  home: "contests",
  contests: "contest attempt result",
  practice: "practice board",
  farmer: "trainings ticket certificate my-trainings my-data videos campaign inbox",
  official: "work manage announce roster enrol scan complete upload my-videos my-stations station publicist report poster prizes",
  staff: "reviews stations drafts calls banks grants audit notices endings",
  statistics: "statistics",
  results: "results draw my-prizes",
};
const partOf: Record<string, string> = {};
for (const [part, names] of Object.entries(parts)) for (const name of names.split(" ")) partOf[name] = part;

/** Once the page has been of use, the phone keeps it for when there is no network; everything works without that too. */
const keepPage = () => {
  navigator.serviceWorker?.register("/worker.js").catch(() => undefined);
};

/** Pages that somebody may read before having said who they are. */
export const isFree = ([name]: string[]) => name === "me" || name === "privacy" || name === "terms" || name === "my-data";

export const PageOf = ({ route }: { route: string[] }) => {
  const name = route[0] ?? "";
  const part = name && (partOf[name] || "people"); // where a name that nobody knows is told so
  const arrived = useLoaded(async () => {
    if (!part || pages[name]) return;
    await arrive(part);
    if (pages[name] || !partOf[name]) return;
    delete arriving[part]; // it came, and failed: the button fetches it again
    throw new Error();
  }, name);
  const There = pages[name] || (arrived.state === "there" && pages.lost);
  return There ? <There key={route.join("/")} route={route} /> : <Show what={arrived}>{() => null}</Show>;
};

/** Fetches a part and its pages, once; and before it, what home brings for all of them. */
export const arrive = (part: string): Promise<unknown> =>
  (arriving[part] ??= Promise.all([part !== "home" && arrive("home"), fetchPart(PART_FILES[part]!)]).catch((problem) => {
    delete arriving[part];
    throw problem;
  }));

const fetchPart = (file: string) =>
  new Promise<void>((there, lost) => {
    const script = document.createElement("script");
    const fail = () => {
      script.remove();
      lost(new Unreached());
    };
    const late = setTimeout(fail, 30_000);
    script.src = file;
    script.async = false; // in the order in which they were asked for
    script.onload = () => {
      clearTimeout(late);
      there();
      keepPage();
    };
    script.onerror = () => {
      clearTimeout(late);
      replaced(file).then((gone) => (gone ? leave(file, lost) : fail()), fail);
    };
    document.head.append(script);
  });

/** Whether the server has other parts than this page: it was deployed since. */
const replaced = async (file: string) => (await fetch(file, { cache: "no-store" })).status === 404;

const asked: Record<string, boolean> = {};

/** Loads the page again, once by itself if nothing is lost by that; from then on when somebody presses the button. */
const leave = (file: string, lost: (problem: Error) => void) => {
  if (asked[file] || (isIdle() && recall("gone") !== file && keep("gone", file))) location.reload();
  else lost(new Error());
  asked[file] = true;
};

/** Nothing typed, and nobody who holds what is kept nowhere else. */
const isIdle = () =>
  dispatchEvent(new Event("leave", { cancelable: true })) &&
  ![...document.querySelectorAll<HTMLInputElement>("input:not([type=radio]):not([type=checkbox]),textarea")].some(({ value }) => value);

/** Renders again when somebody goes to another page, or signs in or out. */
export const useRoute = () => {
  const [, render] = useState({});
  useEffect(() => {
    const changed = () => render({});
    const gone = () => {
      changed();
      scrollTo(0, 0);
    };
    addEventListener("hashchange", gone);
    addEventListener("session", changed);
    addEventListener("line", changed);
    return () => {
      removeEventListener("hashchange", gone);
      removeEventListener("session", changed);
      removeEventListener("line", changed);
    };
  }, []);
  return location.hash.slice(1).split("/").filter(Boolean);
};
