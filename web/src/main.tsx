import "./shell/polyfills";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { Home } from "./contests/Home";
import * as preact from "./preact";
import * as api from "./shell/api";
import * as format from "./shell/format";
import * as load from "./shell/load";
import * as memory from "./shell/memory";
import * as pages from "./shell/pages";
import * as session from "./shell/session";
import * as texts from "./shell/texts";

const { t } = texts;

/** What parts share with the page; the build takes these from here wherever a part imports them. */
Object.assign(globalThis, {
  estation: { preact, api, format, load, memory, pages, session, texts },
});

pages.register({ "": () => <Home /> });

const App = () => {
  const language = texts.useLanguage();
  const route = pages.useRoute();
  useEffect(() => {
    document.title = t("title");
  }, [language]);
  return (
    <>
      <header>
        <b>
          <a href="#">{t("title")}</a>
        </b>
        <button lang={language === "zh" ? "ko" : "zh"} onClick={texts.switchLanguage}>
          {t("other")}
        </button>
        <a href="#/me">{session.signedIn() ? t("me") : t("signIn")}</a>
      </header>
      <nav>
        <a href="#">{t("contests")}</a>
        <a href="#/trainings">{t("trainings")}</a>
        <a href="#/videos">{t("videos")}</a>
        {session.roles().length > 0 && <a href="#/work">{t("work")}</a>}
      </nav>
      <main id="main">
        {api.line.down && (
          <p class="note" role="status">
            {t("kept")}
          </p>
        )}
        <pages.PageOf route={route} />
      </main>
    </>
  );
};

render(<App />, document.getElementById("app")!);
