import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import back from "./icons/chevron-left.svg";

/** The heading of a page, the way back to the one above it, and what can be done here. */
export const PageHead = ({
  title,
  up,
  note,
  children,
}: {
  title: ComponentChildren;
  /** Route and name of the page above. */
  up?: readonly [string, string];
  note?: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <div class="head">
    {up && (
      <a class="up" href={`#/${up[0]}`}>
        <Icon of={back} />
        {up[1]}
      </a>
    )}
    <div class="row apart">
      <div>
        <h1>{title}</h1>
        {note && <p class="soft">{note}</p>}
      </div>
      {children && <div class="row acts-here">{children}</div>}
    </div>
  </div>
);
