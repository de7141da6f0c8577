import { useState } from "preact/hooks";
import type { SendCodeResponse, SignInResponse } from "../contract";
import { call, Unreached } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { enter } from "../shell/session";
import { t } from "../shell/texts";
import { solve, type Proof } from "./proof";
import { say } from "./texts";

const mostProofs = 3; // a phone may change its network meanwhile, and is asked again

/** Asks for a code; where many do, after a proof of work. */
const askForCode = async (phone: string, begin: () => void) => {
  for (let proof: Awaited<ReturnType<typeof solve>> | undefined, times = 0; ; times++) {
    try {
      return (await call<SendCodeResponse>("POST", "/api/sign-in/codes", { phone, proof })).challenge;
    } catch (busy) {
      const asked: Proof | undefined = busy instanceof Unreached && busy.document?.proof;
      if (!asked || times === mostProofs) throw busy;
      begin();
      proof = await solve(asked);
    }
  }
};

export const SignIn = () => {
  const [phone, setPhone] = useState("");
  const [challenge, setChallenge] = useState<string | null>(null);
  const [key] = useState(() => crypto.getRandomValues(new Uint32Array(4)).join("-")); // asking again after a lost answer is no second use of the code
  const [code, setCode] = useState("");
  const { busy, problem, run } = useAction();

  const [proving, setProving] = useState(false);

  const sendCode = () =>
    run(async () => {
      try {
        setChallenge(await askForCode(phone.replace(/\s/g, ""), () => setProving(true)));
      } finally {
        setProving(false);
      }
    });

  const signIn = () =>
    run(async () => {
      const signed = await call<SignInResponse>("POST", "/api/sign-in", { challenge, code: code.trim() }, { "Idempotency-Key": key });
      enter(signed.token, signed.person);
      // The page that signing in was asked for is there again; who is new says first where they live.
      if (!signed.person.village) location.hash = "#/me";
      else if (location.hash === "#/sign-in") location.hash = "#";
    });

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void (challenge ? signIn() : sendCode());
      }}
    >
      <h1>{t("signIn")}</h1>
      <label for="phone">{say("phone")}</label>
      <input
        id="phone"
        type="tel"
        inputMode="tel"
        autocomplete="tel-national"
        value={phone}
        onInput={(event) => {
          setPhone(event.currentTarget.value);
          setChallenge(null);
        }}
        required
      />
      {challenge && (
        <>
          <p role="status">{say("codeSent", phone)}</p>
          <label for="code">{say("code")}</label>
          <input
            id="code"
            inputMode="numeric"
            autocomplete="one-time-code"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
            required
          />
        </>
      )}
      {proving && <p role="status">{say("proving")}</p>}
      <Problem of={problem} />
      <div class="row">
        <button class="main" disabled={busy}>
          {challenge ? t("signIn") : say("sendCode")}
        </button>
        {challenge && (
          <button type="button" disabled={busy} onClick={sendCode}>
            {say("sendCode")}
          </button>
        )}
      </div>
    </form>
  );
};
