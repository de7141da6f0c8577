import "./shell/polyfills";
import { render } from "preact";
import { useRef } from "preact/hooks";
import { Mark } from "./design/Mark";
import { Home } from "./home/Home";
import * as preact from "./preact";
import * as api from "./shell/api";
import { Bar } from "./shell/Bar";
import * as format from "./shell/format";
import * as load from "./shell/load";
import * as look from "./shell/look";
import * as memory from "./shell/memory";
import * as pages from "./shell/pages";
import * as session from "./shell/session";
import * as texts from "./shell/texts";

const { t } = texts;

/** What parts share with the page; the build takes these from here wherever a part imports them. */
Object.assign(globalThis, {
  estation: { preact, api, format, load, look, memory, pages, session, texts },
});

pages.register({ "": () => <Home /> });

const App = () => {
  const language = texts.useLanguage();
  const route = pages.useRoute();
  const main = useRef<HTMLElement>(null);
  const here = route.join("/");
  const [first, second] = t("brand").split("|");
  const toMain = (event: Event) => {
    event.preventDefault();
    main.current!.focus();
  };
  // Who has signed in says who they are before anything is entered, and is then where they came from.
  const lacking = session.signedIn() && session.lacks() && !pages.isFree(route);
  return (
    <>
      <a class="skip button" href="#main" onClick={toMain}>
        {t("skip")}
      </a>
      <header>
        <a class="brand" href="#">
          <Mark />
          <span>
            <small>{first}</small> {second}
          </span>
        </a>
        <Bar at={route[0] ?? ""} />
        <look.LargeText />
        <button class="plain" lang={language === "zh" ? "ko" : "zh"} onClick={texts.switchLanguage}>
          {t("other")}
        </button>
        {!session.signedIn() && route[0] !== "sign-in" && (
          <a class="button plain" href={`#/sign-in/${here}`}>
            {t("signIn")}
          </a>
        )}
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {api.line.down && (
          <p class="note warm" role="status">
            {pages.registered.kept?.()}
          </p>
        )}
        <pages.PageOf route={lacking ? ["profile"] : route} />
      </main>
    </>
  );
};

render(<App />, document.getElementById("app")!);
