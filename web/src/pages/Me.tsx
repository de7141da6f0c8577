import { useState } from "preact/hooks";
import { call, setToken, type Person } from "../api";
import { Problem, Show, useLoaded } from "../load";
import { language, of, t } from "../texts";
import { VillagePicker } from "./VillagePicker";

export const Me = () => {
  const me = useLoaded(() => call<Person>("GET", "/api/me"));
  return <Show what={me}>{(person) => <Profile person={person} />}</Show>;
};

// The groups that are numerous in Jilin; GB/T 3304.
const groups = [["01", "汉族", "한족"], ["10", "朝鲜族", "조선족"], ["11", "满族", "만족"], ["02", "蒙古族", "몽골족"], ["03", "回族", "회족"], ["97", "其他", "기타"]] as const;

const Profile = ({ person }: { person: Person }) => {
  const [form, setForm] = useState(person);
  const [place, setPlace] = useState(person.placeNames);
  const [picking, setPicking] = useState(!person.village);
  const [problem, setProblem] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const change = (part: Partial<Person>) => { setSaved(false); setForm({ ...form, ...part }); };

  const save = async () => {
    setProblem(null);
    try {
      const { name, village, gender, birthYear, ethnicGroup, leftBehind } = form;
      const stored = await call<Person>("PUT", "/api/me", { name, village, gender, birthYear, ethnicGroup, leftBehind, language: language() });
      setPlace(stored.placeNames);
      setSaved(true);
    } catch (refused) {
      setProblem(refused);
    }
  };

  return (
    <form class="card" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h1>{t("me")}</h1>
      <p class="soft">{person.phone}</p>
      <label for="name">{t("name")}</label>
      <input id="name" autocomplete="name" required maxLength={40} value={form.name ?? ""} onInput={(event) => change({ name: event.currentTarget.value })} />
      <h2>{t("village")}</h2>
      {picking
        ? <VillagePicker onPick={(village, names) => { change({ village }); setPlace(names); setPicking(false); }} />
        : <p>{place.map(of).join(" ")} <button type="button" onClick={() => setPicking(true)}>{t("again")}</button></p>}
      <label for="gender">{t("gender")}</label>
      <select id="gender" value={form.gender ?? ""} onChange={(event) => change({ gender: event.currentTarget.value || null })}>
        <option value="">{t("notSaid")}</option>
        <option value="1">{t("male")}</option>
        <option value="2">{t("female")}</option>
      </select>
      <label for="year">{t("birthYear")}</label>
      <input id="year" inputMode="numeric" pattern="[0-9]{4}" value={form.birthYear ?? ""} onInput={(event) => change({ birthYear: Number(event.currentTarget.value) || null })} />
      <label for="group">{t("ethnicGroup")}</label>
      <select id="group" value={form.ethnicGroup ?? ""} onChange={(event) => change({ ethnicGroup: event.currentTarget.value || null })}>
        <option value="">{t("notSaid")}</option>
        {groups.map(([code, zh, ko]) => <option key={code} value={code}>{of({ zh, ko })}</option>)}
      </select>
      <label class="option">
        <input type="checkbox" checked={form.leftBehind} onChange={(event) => change({ leftBehind: event.currentTarget.checked })} /> {t("leftBehind")}
      </label>
      <Problem of={problem} />
      {saved && <p class="note" role="status">{t("saved")}</p>}
      <div class="row">
        <button class="main" disabled={!form.village}>{t("save")}</button>
        <button type="button" onClick={() => { setToken(null); location.hash = "#"; }}>{t("signOut")}</button>
      </div>
    </form>
  );
};
