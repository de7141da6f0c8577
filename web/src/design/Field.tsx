import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./Icon";
import alert from "./icons/circle-alert.svg";

interface Described {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

/** A label, what is filled in under it, and what is wrong with that, at the field. */
export const Field = ({
  label,
  hint,
  flaw,
  id: wanted,
  children,
}: {
  label: string;
  hint?: string;
  flaw?: string | null;
  id?: string;
  children: (input: Described) => ComponentChildren;
}) => {
  const made = useId();
  const id = wanted ?? made;
  const described = [hint && `${id}-hint`, flaw && `${id}-flaw`].filter(Boolean).join(" ");
  return (
    <div class={flaw ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, ...(described && { "aria-describedby": described }), ...(flaw && { "aria-invalid": true }) })}
      {flaw && (
        <p class="flaw" id={`${id}-flaw`} role="alert">
          <Icon of={alert} />
          <span>{flaw}</span>
        </p>
      )}
    </div>
  );
};
