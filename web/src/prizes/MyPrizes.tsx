import { useState } from "preact/hooks";
import type { OwnPrizeResponse } from "../contract";
import { call } from "../shell/api";
import { moment } from "../shell/format";
import { Show, useAction, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { Choice, FormProblem, TextField } from "../staff/Fields";
import { fresh } from "../work/fresh";
import { say } from "./texts";

/** What I have won, and where I claim it. */
export const MyPrizes = () => {
  const loaded = useLoaded(() => fresh<{ items: OwnPrizeResponse[] }>("/api/me/prizes"));
  return (
    <>
      <h1>{say("mine")}</h1>
      <Show what={loaded}>
        {({ items }) => (items.length ? items.map((prize) => <One key={prize.id} before={prize} />) : <p class="empty">{say("none")}</p>)}
      </Show>
    </>
  );
};

const One = ({ before }: { before: OwnPrizeResponse }) => {
  const [prize, set] = useState(before);
  const isOpen = prize.state === "won" || prize.state === "claimed";
  return (
    <article class="card">
      <h2>{of(prize.prize)}</h2>
      <p>
        <span class="chip">{say(prize.state)}</span> <a href={`#/results/${prize.contest}`}>{of(prize.contestTitle)}</a>
      </p>
      {isOpen &&
        (prize.claimUntil ? (
          <>
            {prize.state === "won" && <p class="note">{say("until", moment(prize.claimUntil))}</p>}
            <Claim prize={prize} onClaimed={set} />
          </>
        ) : (
          <p class="soft">{say("waiting")}</p>
        ))}
    </article>
  );
};

const Claim = ({ prize, onClaimed }: { prize: OwnPrizeResponse; onClaimed: (prize: OwnPrizeResponse) => void }) => {
  const [by, choose] = useState<"station" | "post">(prize.by ?? "station");
  const [name, setName] = useState(prize.name ?? "");
  const [address, setAddress] = useState(prize.address ?? "");
  const [saved, setSaved] = useState(false);
  const { busy, problem, run } = useAction();
  const claim = () =>
    run(async () => {
      setSaved(false);
      onClaimed(await call<OwnPrizeResponse>("PUT", `/api/me/prizes/${prize.id}`, { by, name, ...(by === "post" ? { address } : {}) }));
      setSaved(true);
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void claim();
      }}
    >
      <Choice
        name={say("how")}
        value={by}
        options={[
          ["station", say("station")],
          ["post", say("post")],
        ]}
        onChange={choose}
      />
      <TextField required name={say("name")} problem={problem} at="name" value={name} onChange={setName} maxLength={40} />
      {by === "post" && (
        <TextField required name={say("address")} problem={problem} at="address" value={address} onChange={setAddress} maxLength={200} />
      )}
      <p class="soft">{say("kept")}</p>
      {problem !== null && <FormProblem of={problem} shown={["name", "address"]} />}
      {saved && (
        <p class="good" role="status">
          {say("saved")}
        </p>
      )}
      <button class="main" disabled={busy}>
        {say(prize.state === "won" ? "claim" : "change")}
      </button>
    </form>
  );
};
