import { useState } from "preact/hooks";
import type { TodayResponse } from "../contract";
import { Badge } from "../design/Badge";
import { Icon } from "../design/Icon";
import bell from "../design/icons/bell.svg";
import certificate from "../design/icons/award.svg";
import trainings from "../design/icons/calendar-days.svg";
import statistics from "../design/icons/chart.svg";
import out from "../design/icons/log-out.svg";
import data from "../design/icons/file-text.svg";
import pencil from "../design/icons/pencil.svg";
import shield from "../design/icons/shield-check.svg";
import films from "../design/icons/clapperboard.svg";
import { ListLink } from "../design/ListLink";
import { call, type Person } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { forget, keep } from "../shell/memory";
import { lack, setRoles, signOut } from "../shell/session";
import { of, t } from "../shell/texts";
import { LookOptions } from "./LookOptions";
import { forgetMine } from "./mine";
import { MyPreferences } from "./Preferences";
import { ProfileForm } from "./Profile";
import { say } from "./texts";

/** Who I am, what I have here, and how the page is to look to me. */
export const Me = () => {
  const me = useLoaded(async () => {
    const person = await call<Person>("GET", "/api/me");
    setRoles(person.roles);
    if (person.consentAsked) keep("asked", "1");
    else forget("asked");
    return person;
  });
  return (
    <>
      <h1>{t("me")}</h1>
      <div class="split">
        <div>
          <Show what={me}>{(person) => <About person={person} />}</Show>
        </div>
        <div>
          <Mine />
          <LookOptions />
          <MyPreferences />
          <button
            type="button"
            class="wide"
            onClick={() => {
              forgetMine();
              signOut();
              location.hash = "#";
            }}
          >
            <Icon of={out} /> {say("signOut")}
          </button>
        </div>
      </div>
    </>
  );
};

const About = ({ person: loaded }: { person: Person }) => {
  const [person, know] = useState(loaded);
  const agreed = !person.consentAsked;
  const [editing, edit] = useState(!person.village || !agreed);
  const [saved, setSaved] = useState(false);
  const note = (
    <div role="status">
      {saved && (
        <p class="note">
          {say("saved")} <a href="#">{t("backHome")}</a>
        </p>
      )}
    </div>
  );
  if (editing)
    return (
      <div class="card">
        <p class="soft">{person.phone}</p>
        {!agreed && person.village && <p class="note warm">{say("consentNew")}</p>}
        <ProfileForm
          person={person}
          done={say("save")}
          onSaved={(stored) => {
            know(stored);
            edit(false);
            setSaved(true);
            forget("asked");
            lack(false);
          }}
        />
      </div>
    );
  return (
    <>
      <section class="card line">
        <span class="face" aria-hidden="true">
          {[...(person.name ?? "?")][0]}
        </span>
        <div>
          <h2>{person.name}</h2>
          <p>{person.placeNames.slice(2).map(of).join(" ")}</p>
          <p class="soft">{person.phone}</p>
          <button
            type="button"
            onClick={() => {
              setSaved(false);
              edit(true);
            }}
          >
            <Icon of={pencil} /> {say("edit")}
          </button>
        </div>
      </section>
      {note}
    </>
  );
};

const links = [
  ["inbox", "inbox", bell],
  ["my-trainings", "myTrainings", trainings],
  ["my-videos", "myVideos", films],
  ["certificate", "certificate", certificate],
  ["statistics", "statistics", statistics],
  ["my-data", "myData", data],
  ["privacy", "privacy", shield],
] as const;

/** How many messages are new is said once that is known. */
const Mine = () => {
  const today = useLoaded(() => call<TodayResponse>("GET", "/api/today"));
  const unread = today.state === "there" ? today.value.unread : 0;
  return (
    <ul class="list">
      {links.map(([route, name, icon]) => (
        <ListLink
          key={route}
          href={`#/${route}`}
          icon={icon}
          end={route === "inbox" && unread > 0 ? <Badge tone="warm">{say("unread", unread > 99 ? "99+" : unread)}</Badge> : null}
        >
          {say(name)}
        </ListLink>
      ))}
    </ul>
  );
};
