import { useState } from "preact/hooks";
import type { TodayResponse } from "../contract";
import { call, type Person } from "../shell/api";
import { Problem, Show, useAction, useLoaded } from "../shell/load";
import { setRoles, signOut } from "../shell/session";
import { language, of, t } from "../shell/texts";
import { groups } from "./groups";
import { forgetMine } from "./mine";
import { MyPreferences } from "./Preferences";
import { say } from "./texts";
import { VillagePicker } from "./VillagePicker";

export const Me = () => {
  const me = useLoaded(async () => {
    const person = await call<Person>("GET", "/api/me");
    setRoles(person.roles);
    return person;
  });
  return (
    <>
      <Show what={me}>{(person) => <Profile person={person} />}</Show>
      <MyPreferences />
    </>
  );
};

/** With how many are new, once that is known. */
const InboxLink = () => {
  const today = useLoaded(() => call<TodayResponse>("GET", "/api/today"));
  const unread = today.state === "there" ? today.value.unread : 0;
  return <a href="#/inbox">{unread ? say("inboxNew", unread > 99 ? "99+" : unread) : say("inbox")}</a>;
};

const Profile = ({ person }: { person: Person }) => {
  const [form, setForm] = useState(person);
  const [place, setPlace] = useState(person.placeNames);
  const [picking, setPicking] = useState(!person.village);
  const { busy, problem, run } = useAction();
  const [saved, setSaved] = useState(false);
  const change = (part: Partial<Person>) => {
    setSaved(false);
    setForm({ ...form, ...part });
  };

  const save = () =>
    run(async () => {
      const { name, village, gender, birthYear, ethnicGroup, leftBehind } = form;
      const stored = await call<Person>("PUT", "/api/me", {
        name,
        village,
        gender,
        birthYear,
        ethnicGroup,
        leftBehind,
        language: language(),
      });
      setPlace(stored.placeNames);
      setSaved(true);
    });

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{t("me")}</h1>
      <p>
        <InboxLink /> · <a href="#/my-trainings">{say("myTrainings")}</a> · <a href="#/my-data">{say("myData")}</a>
      </p>
      <p class="soft">{person.phone}</p>
      <label for="name">{say("name")}</label>
      <input
        id="name"
        autocomplete="name"
        required
        maxLength={40}
        value={form.name ?? ""}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <h2>{say("village")}</h2>
      {picking ? (
        <VillagePicker
          onPick={(village, names) => {
            change({ village });
            setPlace(names);
            setPicking(false);
          }}
        />
      ) : (
        <p>
          {place.map(of).join(" ")}{" "}
          <button type="button" onClick={() => setPicking(true)}>
            {say("again")}
          </button>
        </p>
      )}
      <label for="gender">{say("gender")}</label>
      <select id="gender" value={form.gender ?? ""} onChange={(event) => change({ gender: event.currentTarget.value || null })}>
        <option value="">{say("notSaid")}</option>
        <option value="1">{say("male")}</option>
        <option value="2">{say("female")}</option>
      </select>
      <label for="year">{say("birthYear")}</label>
      <input
        id="year"
        inputMode="numeric"
        pattern="[0-9]{4}"
        value={form.birthYear ?? ""}
        onInput={(event) => change({ birthYear: Number(event.currentTarget.value) || null })}
      />
      <label for="group">{say("ethnicGroup")}</label>
      <select id="group" value={form.ethnicGroup ?? ""} onChange={(event) => change({ ethnicGroup: event.currentTarget.value || null })}>
        <option value="">{say("notSaid")}</option>
        {groups.map(([code, zh, ko]) => (
          <option key={code} value={code}>
            {of({ zh, ko })}
          </option>
        ))}
      </select>
      <label class="option">
        <input type="checkbox" checked={form.leftBehind} onChange={(event) => change({ leftBehind: event.currentTarget.checked })} />{" "}
        {say("leftBehind")}
      </label>
      <Problem of={problem} />
      {saved && (
        <p class="note" role="status">
          {say("saved")} <a href="#">{t("contests")}</a>
        </p>
      )}
      <div class="row">
        <button class="main" disabled={busy || !form.village}>
          {say("save")}
        </button>
        <button
          type="button"
          onClick={() => {
            forgetMine();
            signOut();
            location.hash = "#";
          }}
        >
          {say("signOut")}
        </button>
      </div>
    </form>
  );
};
