import chart from "../design/icons/chart.svg";
import award from "../design/icons/award.svg";
import bell from "../design/icons/bell.svg";
import book from "../design/icons/book-open.svg";
import calendar from "../design/icons/calendar-days.svg";
import films from "../design/icons/clapperboard.svg";
import eye from "../design/icons/eye.svg";
import medal from "../design/icons/medal.svg";
import paper from "../design/icons/file-text.svg";
import flag from "../design/icons/flag.svg";
import plus from "../design/icons/plus.svg";
import search from "../design/icons/search.svg";
import shield from "../design/icons/shield-check.svg";
import trophy from "../design/icons/trophy.svg";
import upload from "../design/icons/upload.svg";
import user from "../design/icons/user.svg";
import users from "../design/icons/users.svg";
import { ListLink } from "../design/ListLink";
import { Show, useLoaded } from "../shell/load";
import { has } from "../shell/session";
import { of, t } from "../shell/texts";
import { freshRoles, placesOf } from "./places";
import { say } from "./texts";

type Entry = readonly [route: string, name: Parameters<typeof say>[0], note?: Parameters<typeof say>[0]];

const manage: Entry[] = [
  ["manage", "manageTitle", "manageNote"],
  ["announce", "announceTitle"],
  ["notices", "noticesTitle", "noticesNote"],
  ["prizes", "prizesTitle"],
];
const own: Entry[] = [
  ["upload", "uploadTitle"],
  ["my-videos", "myVideosTitle", "myVideosNote"],
  ["report", "reportTitle"],
];
const place: Entry[] = [
  ["my-stations", "stationsTitle"],
  ["publicist", "publicistTitle"],
];
const review: Entry[] = [
  ["reviews", "reviews"],
  ["stations", "stations"],
];
const administer: Entry[] = [
  ["drafts", "drafts"],
  ["endings", "endings", "endingsNote"],
  ["banks", "banks"],
  ["grants", "grants"],
  ["audit", "audit"],
];

/** What somebody may do here, by roles. */
export const Work = () => {
  const roles = useLoaded(async () => ({
    roles: await freshRoles(),
    places: await placesOf("official", "reviewer", "jury", "administrator"),
  }));
  return (
    <>
      <h1>{t("work")}</h1>
      <Show what={roles}>
        {({ roles: held, places }) =>
          held.length === 0 ? (
            <p class="note">{say("noRole")}</p>
          ) : (
            <>
              <p class="soft">{say("yourPlaces", places.map(({ name }) => of(name)).join("、"))}</p>
              <div class="menus">
                {has("official", "administrator") && (
                  <Menu name="ofOfficials" entries={[...manage, ...(has("official") ? place : []), ...own]} />
                )}
                {has("reviewer", "jury") && (
                  <Menu
                    name="ofReviewers"
                    entries={[...(has("reviewer") ? review : review.slice(0, 1)), ...(has("official", "administrator") ? [] : own)]}
                  />
                )}
                <Menu name="ofAdministrators" entries={[...(has("administrator") ? administer : []), ["statistics", "statistics"]]} />
              </div>
            </>
          )
        }
      </Show>
    </>
  );
};

const icons: Record<string, string> = {
  manage: calendar,
  announce: plus,
  notices: bell,
  prizes: medal,
  upload,
  "my-videos": films,
  report: paper,
  "my-stations": flag,
  publicist: user,
  reviews: eye,
  stations: shield,
  drafts: trophy,
  endings: award,
  banks: book,
  grants: users,
  audit: search,
  statistics: chart,
};

const Menu = ({ name, entries }: { name: Parameters<typeof say>[0]; entries: Entry[] }) => (
  <section>
    <h2>{say(name)}</h2>
    <ul class="list">
      {entries.map(([route, title, note]) => (
        <ListLink key={route} href={`#/${route}`} icon={icons[route]} note={note && say(note)}>
          {say(title)}
        </ListLink>
      ))}
    </ul>
  </section>
);
