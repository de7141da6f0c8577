import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import right from "./icons/chevron-right.svg";

/** A line of a list that leads on. Lists are `<ul class="list">`. */
export const ListLink = ({
  href,
  icon,
  note,
  end,
  children,
}: {
  href: string;
  icon?: string;
  note?: ComponentChildren;
  end?: ComponentChildren;
  children: ComponentChildren;
}) => (
  <li>
    <a href={href}>
      {icon && <Icon of={icon} />}
      <span>
        {children}
        {note && <small>{note}</small>}
      </span>
      {end}
      <Icon of={right} />
    </a>
  </li>
);
