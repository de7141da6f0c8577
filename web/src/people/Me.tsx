import { useState } from "preact/hooks";
import { Icon } from "../design/Icon";
import right from "../design/icons/chevron-right.svg";
import certificate from "../design/icons/award.svg";
import trainings from "../design/icons/calendar-days.svg";
import statistics from "../design/icons/info.svg";
import out from "../design/icons/log-out.svg";
import data from "../design/icons/file-text.svg";
import pencil from "../design/icons/pencil.svg";
import shield from "../design/icons/shield-check.svg";
import films from "../design/icons/clapperboard.svg";
import { call, type Person } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
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
  ["my-trainings", "myTrainings", trainings],
  ["my-videos", "myVideos", films],
  ["certificate", "certificate", certificate],
  ["statistics", "statistics", statistics],
  ["my-data", "myData", data],
  ["privacy", "privacy", shield],
] as const;

const Mine = () => (
  <ul class="list">
    {links.map(([route, name, icon]) => (
      <li key={route}>
        <a href={`#/${route}`}>
          <Icon of={icon} />
          <span>{say(name)}</span>
          <Icon of={right} />
        </a>
      </li>
    ))}
  </ul>
);
