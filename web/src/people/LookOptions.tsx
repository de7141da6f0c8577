import { useState } from "preact/hooks";
import { setWorn, wear as dress, wears } from "../shell/look";
import { forget, keep, recall } from "../shell/memory";
import { say } from "./texts";

type Theme = "auto" | "light" | "dark";

const theme = () => (recall("theme") ?? "auto") as Theme;

const setTheme = (wanted: Theme) => {
  if (wanted === "auto") forget("theme");
  else keep("theme", wanted);
  dress("dark", wanted === "dark" || (wanted === "auto" && matchMedia("(prefers-color-scheme:dark)").matches));
};

const themes = ["auto", "light", "dark"] as const;

/** How the page looks on this phone. */
export const LookOptions = () => {
  const [now, set] = useState({ theme: theme(), large: wears("large"), strong: wears("strong") });
  const wear = (name: "large" | "strong", worn: boolean) => {
    setWorn(name, worn);
    set({ ...now, [name]: worn });
  };
  const paint = (wanted: Theme) => {
    setTheme(wanted);
    set({ ...now, theme: wanted });
  };
  return (
    <section class="card">
      <h2>{say("look")}</h2>
      <div class="choice" role="group" aria-label={say("theme")}>
        {themes.map((wanted) => (
          <button key={wanted} type="button" aria-pressed={now.theme === wanted} onClick={() => paint(wanted)}>
            {say(wanted)}
          </button>
        ))}
      </div>
      {(["large", "strong"] as const).map((name) => (
        <label class="option" key={name}>
          <input type="checkbox" checked={now[name]} onChange={(event) => wear(name, event.currentTarget.checked)} /> {say(name)}
        </label>
      ))}
    </section>
  );
};
