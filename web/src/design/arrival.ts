// What every page does once it is there; home brings it for all of them: its title is its heading, somebody who went to it by the keyboard or
// by ear is at its heading, and the phone may install the site.
import { registered } from "../shell/pages";
import { sentences, t } from "../shell/texts";
import { wear } from "./wear";
import more from "./more.css";

const say = sentences({
  kept: [
    "连不上网络，下面是这部手机上存的内容，可能不是最新的。",
    "네트워크에 련결되지 않아 이 휴대전화에 저장된 내용을 보여 드립니다. 최신이 아닐수 있습니다.",
  ],
});

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
registered.kept = () => say("kept");
dispatchEvent(new Event("line"));
new MutationObserver(attend).observe(document.getElementById("app")!, { childList: true, subtree: true, characterData: true });
attend();
install();
