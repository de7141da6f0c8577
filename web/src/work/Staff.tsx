import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Refusal } from "../shell/api";
import { Problem } from "../shell/load";
import { signedIn } from "../shell/session";
import { SignIn } from "../people/SignIn";
import { say } from "./texts";

/** A page for those who are signed in. */
export const Staff = ({ children }: { children: ComponentChildren }) => (signedIn() ? <>{children}</> : <SignIn />);

/** What went wrong, the fields by the names that the form gives them. */
export const Refused = ({ of: problem, named }: { of: unknown; named: Record<string, string> }) => {
  if (!(problem instanceof Refusal) || Object.keys(problem.errors).length === 0) return <Problem of={problem} />;
  const fields = Object.keys(problem.errors).map((field) => named[field] ?? named[field.split(/[.[]/)[0]!] ?? field);
  return (
    <p class="note bad" role="alert">
      {problem.message} {say("check", [...new Set(fields)].join("、"))}
    </p>
  );
};

/** A button that asks once more; design/Confirm.tsx says besides what will be. */
export const Surely = ({ name, busy, onYes }: { name: string; busy?: boolean; onYes: () => void }) => {
  const [asking, ask] = useState(false);
  if (!asking)
    return (
      <button type="button" class="danger" disabled={busy} onClick={() => ask(true)}>
        {name}
      </button>
    );
  return (
    <span class="row ask" role="group" aria-label={name}>
      <b>
        {name}: {say("sure")}
      </b>
      <button
        type="button"
        class="danger main"
        disabled={busy}
        onClick={() => {
          ask(false);
          onYes();
        }}
      >
        {say("yes")}
      </button>
      <button type="button" onClick={() => ask(false)}>
        {say("no")}
      </button>
    </span>
  );
};
