// Pages are named after the #: no server, proxy or app in between has to know them. What farmers need first is in the page itself; the
// rest comes as a part, a file of its own, when it is first opened.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "./texts";

export type Page = (props: { route: string[] }) => VNode;

/** The files of the parts, by name; the build fills them in. */
declare const PART_FILES: Record<string, string>;

const pages: Record<string, Page> = {};
const arriving: Record<string, Promise<void>> = {};

/** Adds pages, by the first word of their route. */
export const register = (more: Record<string, Page>) => void Object.assign(pages, more);

/** Which part a page is in. */
const partOf: Record<string, string> = {
  "sign-in": "people",
  me: "people",
  contest: "contests",
  attempt: "contests",
  result: "contests",
  practice: "practice",
  board: "practice",
  trainings: "farmer",
  ticket: "farmer",
  certificate: "farmer",
  "my-trainings": "farmer",
  "my-data": "farmer",
  videos: "farmer",
  campaign: "farmer",
  work: "official",
  manage: "official",
  announce: "official",
  roster: "official",
  enrol: "official",
  scan: "official",
  complete: "official",
  upload: "official",
  "my-videos": "official",
  "my-stations": "official",
  station: "official",
  publicist: "official",
  report: "official",
  reviews: "staff",
  stations: "staff",
  drafts: "staff",
  calls: "staff",
  banks: "staff",
  grants: "staff",
  audit: "staff",
  statistics: "statistics",
};

/** Once the page has been of use, the phone keeps it for when there is no network; everything works without that too. */
const keepPage = () => {
  navigator.serviceWorker?.register("/worker.js").catch(() => undefined);
};

export const PageOf = ({ route }: { route: string[] }) => {
  const name = route[0] ?? "";
  const part = partOf[name];
  const [, retry] = useState(0);
  const [failed, setFailed] = useState(false);
  const There = pages[name];
  useEffect(() => {
    if (There || !part) return;
    setFailed(false);
    arrive(part).then(
      () => retry((times) => times + 1),
      () => setFailed(true),
    );
  }, [name, There]);
  if (There) return <There key={route.join("/")} route={route} />;
  if (!part) return pages[""]!({ route });
  return failed ? (
    <p class="note bad" role="alert">
      {t("offline")} <button onClick={() => location.reload()}>{t("tryAgain")}</button>
    </p>
  ) : (
    <p class="soft" role="status">
      {t("loading")}
    </p>
  );
};

/** Fetches a part and its pages, once. */
export const arrive = (part: string) =>
  (arriving[part] ??= new Promise<void>((there, lost) => {
    const script = document.createElement("script");
    script.src = PART_FILES[part]!;
    script.onload = () => {
      there();
      keepPage();
    };
    script.onerror = () => {
      delete arriving[part];
      script.remove();
      lost();
    };
    document.head.append(script);
  }));

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
    return () => {
      removeEventListener("hashchange", gone);
      removeEventListener("session", changed);
    };
  }, []);
  return location.hash.slice(1).split("/").filter(Boolean);
};
