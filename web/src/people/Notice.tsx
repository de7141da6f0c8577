import { language, of } from "../shell/texts";
import { consentVersion } from "./ConsentField";
import { icp, operator, privacy, terms } from "./notices";
import { say } from "./texts";

/** The privacy notice, or the terms. */
export const Notice = ({ name }: { name: "privacy" | "terms" }) => {
  const at = language() === "zh" ? 0 : 1;
  return (
    <div class="slim">
      <h1>{say(name)}</h1>
      <p class="soft">{say("version", consentVersion)}</p>
      {(name === "privacy" ? privacy : terms).map(([heading, text]) => (
        <section key={heading[0]}>
          <h2>{heading[at]}</h2>
          <p>{text[at]}</p>
        </section>
      ))}
      <p class="soft">
        {of({ zh: operator[0], ko: operator[1] })}
        <br />
        <span lang="zh">{icp}</span>
      </p>
    </div>
  );
};
