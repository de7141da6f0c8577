import { Icon } from "../design/Icon";
import work from "../design/icons/briefcase.svg";
import films from "../design/icons/circle-play.svg";
import trainings from "../design/icons/graduation-cap.svg";
import home from "../design/icons/house.svg";
import contests from "../design/icons/award.svg";
import me from "../design/icons/user.svg";
import { roles } from "./session";
import { t } from "./texts";

const entries = [
  ["", "home", home, ""],
  ["contests", "contests", contests, "contest attempt result practice board results draw"],
  ["trainings", "trainings", trainings, "my-trainings ticket certificate"],
  ["videos", "videos", films, "campaign"],
  ["me", "me", me, "sign-in profile my-data my-prizes inbox privacy terms"],
] as const;
const office = ["work", "work", work, ""] as const;

/** The ways through the site: at the thumb on a phone, in the head of a desk's page. */
export const Bar = ({ at }: { at: string }) => {
  const held = roles().length > 0;
  const known = entries.some(([route, , , more]) => at === route || more.split(" ").includes(at));
  return (
    <nav class="bar" aria-label={t("ways")}>
      {(held ? [...entries, office] : entries).map(([route, name, icon, more]) => (
        <a
          key={route}
          href={`#${route && `/${route}`}`}
          aria-current={at === route || (at && more.split(" ").includes(at)) || (route === "work" && !known) ? "page" : undefined}
        >
          <Icon of={icon} />
          {t(name)}
        </a>
      ))}
    </nav>
  );
};
