import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { sentences } from "../shell/texts";

const say = sentences({ no: ["不了，返回", "아니요, 돌아가기"] });

/** Before something that cannot be undone: it is named, with whom it concerns, and both ways on say what they do. */
export const Confirm = ({
  name,
  label = name,
  question,
  yes,
  busy,
  children,
  onYes,
}: {
  name: ComponentChildren;
  label?: ComponentChildren;
  question: string;
  yes: string;
  busy?: boolean;
  children?: ComponentChildren;
  onYes: () => void;
}) => {
  const [asking, ask] = useState(false);
  const asked = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asking) asked.current!.focus();
  }, [asking]);
  if (!asking)
    return (
      <button
        type="button"
        class="danger"
        disabled={busy}
        aria-label={typeof label === "string" ? label : undefined}
        onClick={() => ask(true)}
      >
        {name}
      </button>
    );
  return (
    <div class="card ask" role="group">
      <p ref={asked} tabIndex={-1}>
        <b>{question}</b>
      </p>
      {children}
      <div class="row">
        <button
          type="button"
          class="danger main"
          disabled={busy}
          onClick={() => {
            ask(false);
            onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" disabled={busy} onClick={() => ask(false)}>
          {say("no")}
        </button>
      </div>
    </div>
  );
};
