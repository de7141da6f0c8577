import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { signedIn } from "./api";
import { Attempt } from "./pages/Attempt";
import { ContestPage } from "./pages/Contest";
import { Home } from "./pages/Home";
import { Me } from "./pages/Me";
import { SignIn } from "./pages/SignIn";
import { switchLanguage, t, useLanguage } from "./texts";

/** Pages are named after the #: no server, proxy or app in between has to know them. */
const useRoute = () => {
  const [route, go] = useState(location.hash.slice(1));
  useEffect(() => {
    const changed = () => { go(location.hash.slice(1)); scrollTo(0, 0); };
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route.split("/").filter(Boolean);
};

const Page = ({ route: [page, id] }: { route: string[] }) =>
  page === "sign-in" ? <SignIn />
  : page === "me" ? (signedIn() ? <Me /> : <SignIn />)
  : page === "contest" && id ? <ContestPage key={id} id={id} />
  : page === "attempt" && id ? (signedIn() ? <Attempt key={id} id={id} /> : <SignIn />)
  : <Home />;

const App = () => {
  const language = useLanguage();
  const route = useRoute();
  useEffect(() => { document.title = t("title"); }, [language]);
  return (
    <>
      <header>
        <b><a href="#">{t("title")}</a></b>
        <button lang={language === "zh" ? "ko" : "zh"} onClick={switchLanguage}>{t("other")}</button>
        <a href="#/me">{signedIn() ? t("me") : t("signIn")}</a>
      </header>
      <main id="main"><Page route={route} /></main>
    </>
  );
};

render(<App />, document.getElementById("app")!);

// The page comes from the cache where the network is bad; everything works without it too.
if ("serviceWorker" in navigator) addEventListener("load", () => { navigator.serviceWorker.register("/worker.js").catch(() => undefined); });
