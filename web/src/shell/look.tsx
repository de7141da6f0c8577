// How the page looks to its reader, as early.js does before it is drawn.
import { useState } from "preact/hooks";
import { forget, keep } from "./memory";
import { t } from "./texts";

const classes = document.documentElement.classList;
export const wear = (name: string, worn: boolean) => (worn ? classes.add(name) : classes.remove(name));

export const wears = (name: "large" | "strong") => classes.contains(name);

export const setWorn = (name: "large" | "strong", worn: boolean) => {
  if (worn) keep(name, "1");
  else forget(name);
  wear(name, worn);
};

export const LargeText = () => {
  const [large, set] = useState(wears("large"));
  const change = () => {
    setWorn("large", !large);
    set(!large);
  };
  return (
    <button class="plain" aria-label={`A+ ${t("large")}`} aria-pressed={large} onClick={change}>
      A+
    </button>
  );
};
