import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { Show, useAction, useLoaded } from "../../shell/load";
import { t } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { PlaceSelect } from "../../work/PlaceSelect";
import { Refused } from "../../work/Staff";
import { say } from "./texts";
import { haves, type Station } from "./types";

type Form = {
  name: string;
  nameKo: string;
  village: string;
  address: string;
  latitude: string;
  longitude: string;
  opening: string;
  haves: Station["haves"];
};

const empty: Form = {
  name: "",
  nameKo: "",
  village: "",
  address: "",
  latitude: "",
  longitude: "",
  opening: "",
  haves: { network: false, staff: false, premises: false, activities: false, terminals: false },
};

const formOf = (station: Station): Form => ({
  ...station,
  name: station.name.zh,
  nameKo: station.name.ko ?? "",
  latitude: String(station.latitude),
  longitude: String(station.longitude),
});

export const StationForm = ({ id }: { id?: string }) => {
  const form = useLoaded(async () => (id ? formOf(await fresh<Station>(`/api/stations/${id}`)) : empty), id);
  return <Show what={form}>{(known) => <Fields id={id} known={known} />}</Show>;
};

const Fields = ({ id, known }: { id?: string; known: Form }) => {
  const [form, setForm] = useState(known);
  const [lost, setLost] = useState(false);
  const { busy, problem, run } = useAction();
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const field = (name: Exclude<keyof Form, "haves">) => ({
    id: name,
    value: form[name],
    onInput: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const find = () => {
    setLost(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => change({ latitude: coords.latitude.toFixed(5), longitude: coords.longitude.toFixed(5) }),
      () => setLost(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  const send = () =>
    run(async () => {
      const { name, nameKo, latitude, longitude, village, address, opening, haves: five } = form;
      const request = {
        name: { zh: name.trim(), ko: nameKo.trim() || null },
        village,
        address,
        opening,
        haves: five,
        latitude: Number(latitude),
        longitude: Number(longitude),
      };
      await call(id ? "PUT" : "POST", id ? `/api/stations/${id}` : "/api/stations", request);
      location.hash = "#/my-stations";
    });
  const lacking = haves.filter((have) => !form.haves[have]);

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{say(id ? "change" : "apply")}</h1>
      <label for="name">{say("name")}</label>
      <input {...field("name")} required maxLength={60} />
      <label for="nameKo">{say("nameKo")}</label>
      <input {...field("nameKo")} maxLength={60} lang="ko" />
      <h2>{say("village")}</h2>
      <PlaceSelect village={form.village || null} of={["official"]} onPick={(village) => change({ village })} />
      <label for="address">{say("address")}</label>
      <input {...field("address")} required maxLength={120} />
      <h2>{say("position")}</h2>
      {"geolocation" in navigator && (
        <button type="button" onClick={find}>
          {say("here")}
        </button>
      )}
      {lost && (
        <p class="note bad" role="alert">
          {say("notFound")}
        </p>
      )}
      <div class="two">
        <div>
          <label for="latitude">{say("latitude")}</label>
          <input {...field("latitude")} type="number" inputMode="decimal" step="any" min={18} max={54} required />
        </div>
        <div>
          <label for="longitude">{say("longitude")}</label>
          <input {...field("longitude")} type="number" inputMode="decimal" step="any" min={73} max={136} required />
        </div>
      </div>
      <label for="opening">{say("opening")}</label>
      <input {...field("opening")} required maxLength={120} placeholder={say("openingExample")} />
      <fieldset>
        <legend>
          <h2>{say("haves")}</h2>
        </legend>
        {haves.map((have) => (
          <label class="option" key={have}>
            <input
              type="checkbox"
              checked={form.haves[have]}
              onChange={(event) => change({ haves: { ...form.haves, [have]: event.currentTarget.checked } })}
            />{" "}
            {say(have)}
          </label>
        ))}
      </fieldset>
      {lacking.length > 0 && (
        <p class="note" role="status">
          {say("lacking", lacking.map((have) => say(have)).join("、"))}
        </p>
      )}
      <Refused
        of={problem}
        named={{
          name: say("name"),
          village: say("village"),
          address: say("address"),
          latitude: say("latitude"),
          longitude: say("longitude"),
          opening: say("opening"),
          haves: say("haves"),
          ...Object.fromEntries(haves.map((have) => [`haves.${have}`, say(have)])),
        }}
      />
      <div class="row">
        <button class="main" disabled={busy || !form.village}>
          {say(id ? "save" : "send")}
        </button>
        <a class="button" href="#/my-stations">
          {t("back")}
        </a>
      </div>
    </form>
  );
};
