// What every page does once it is there, whichever part it came with: its title is its heading, somebody who went to it by the keyboard or
// by ear is at its heading, and the phone may install the site.
import { t } from "../shell/texts";
import { wear } from "./wear";
import more from "./more.css";

const page = globalThis as unknown as { estation: { attended?: boolean } };
let here = location.hash;
let awaited = false;

const attend = () => {
  const main = document.getElementById("main")!;
  const heading = main.querySelector("h1");
  if (here !== location.hash) {
    here = location.hash;
    awaited = true;
  }
  const title = here.length > 2 && heading ? `${heading.textContent} - ${t("title")}` : t("title");
  if (document.title !== title) document.title = title;
  if (!heading || !awaited) return;
  awaited = false;
  const now = document.activeElement;
  if (now && now !== main && main.contains(now)) return; // a field asks for it
  heading.tabIndex = -1;
  heading.focus();
};

const install = () => {
  for (const [rel, href] of [
    ["manifest", "/manifest.webmanifest"],
    ["apple-touch-icon", "/icon-180.png"],
  ] as const)
    document.head.append(Object.assign(document.createElement("link"), { rel, href }));
};

wear(more);
if (!page.estation.attended) {
  page.estation.attended = true;
  new MutationObserver(attend).observe(document.getElementById("app")!, { childList: true, subtree: true, characterData: true });
  attend();
  install();
}
