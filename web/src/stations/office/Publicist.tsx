import { useState } from "preact/hooks";
import type { PublicistResponse as Holder } from "../../contract";
import { call, Refusal } from "../../shell/api";
import { day } from "../../shell/format";
import { Show, useAction, useLoaded } from "../../shell/load";
import { PlaceSelect } from "../../work/PlaceSelect";
import { Refused } from "../../work/Staff";
import { say } from "./texts";

/** Who is a village's science publicist. */
export const Publicist = () => {
  const [village, setVillage] = useState<string | null>(null);
  return (
    <div class="card">
      <h1>{say("publicistTitle")}</h1>
      <p>{say("publicistNote")}</p>
      <PlaceSelect village={village} of={["official"]} onPick={setVillage} />
      {village && <Post key={village} village={village} />}
    </div>
  );
};

const Post = ({ village }: { village: string }) => {
  const path = `/api/villages/${village}/publicist`;
  const [appointed, appoint] = useState<Holder | null>(null);
  const [form, setForm] = useState({ name: "", phone: "" });
  const { busy, problem, run } = useAction();
  const present = useLoaded(() =>
    call<Holder>("GET", path).catch((refused) => {
      if (refused instanceof Refusal && refused.status === 404) return null;
      throw refused;
    }),
  );
  const send = () =>
    run(async () => appoint(await call<Holder>("PUT", path, { name: form.name.trim(), phone: form.phone.replace(/\s/g, "") })));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Show what={present}>
        {(before) => {
          const holder = appointed ?? before;
          return <p class="note">{holder ? say("current", holder.name, holder.phone, day(holder.since)) : say("noPublicist")}</p>;
        }}
      </Show>
      <label for="name">{say("person")}</label>
      <input
        id="name"
        required
        maxLength={40}
        value={form.name}
        onInput={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <label for="phone">{say("phone")}</label>
      <input
        id="phone"
        type="tel"
        inputMode="tel"
        required
        value={form.phone}
        onInput={(event) => setForm({ ...form, phone: event.currentTarget.value })}
      />
      <Refused of={problem} named={{ name: say("person"), phone: say("phone") }} />
      {appointed && (
        <p class="note" role="status">
          {say("saved")}
        </p>
      )}
      <div class="row">
        <button class="main" disabled={busy}>
          {say("appoint")}
        </button>
      </div>
    </form>
  );
};
