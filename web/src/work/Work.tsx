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
            </>
          )
        }
      </Show>
    </>
  );
};

const Menu = ({ name, entries }: { name: Parameters<typeof say>[0]; entries: Entry[] }) => (
  <section class="menu">
    <h2>{say(name)}</h2>
    <ul>
      {entries.map(([route, title, note]) => (
        <li key={route}>
          <a href={`#/${route}`}>
            {say(title)}
            {note && <small class="soft">{say(note)}</small>}
          </a>
        </li>
      ))}
    </ul>
  </section>
);
