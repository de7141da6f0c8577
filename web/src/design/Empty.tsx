import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import sprout from "./icons/sprout.svg";

/** Nothing here yet, and what one may do instead. */
export const Empty = ({ icon = sprout, children }: { icon?: string; children: ComponentChildren }) => (
  <div class="empty">
    <Icon of={icon} />
    {children}
  </div>
);
