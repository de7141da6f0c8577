import { useState } from "preact/hooks";
import { call, setToken, type Person } from "../api";
import { Problem } from "../load";
import { t } from "../texts";

export const SignIn = () => {
  const [phone, setPhone] = useState("");
  const [challenge, setChallenge] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const attempt = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (refused) {
      setProblem(refused);
    }
    setBusy(false);
  };

  const sendCode = () => attempt(async () => {
    const sent = await call<{ challenge: string }>("POST", "/api/sign-in/codes", { phone: phone.replace(/\s/g, "") });
    setChallenge(sent.challenge);
  });

  const signIn = () => attempt(async () => {
    const signed = await call<{ token: string; person: Person }>("POST", "/api/sign-in", { challenge, code: code.trim() });
    setToken(signed.token);
    // Back to where signing in was asked for; who is new says first where they live.
    if (!signed.person.village || location.hash === "#/sign-in") location.hash = signed.person.village ? "#" : "#/me";
    dispatchEvent(new HashChangeEvent("hashchange"));
  });

  return (
    <form class="card" onSubmit={(event) => { event.preventDefault(); void (challenge ? signIn() : sendCode()); }}>
      <h1>{t("signIn")}</h1>
      <label for="phone">{t("phone")}</label>
      <input id="phone" type="tel" inputMode="tel" autocomplete="tel-national" value={phone} onInput={(event) => { setPhone(event.currentTarget.value); setChallenge(null); }} required />
      {challenge && (
        <>
          <p role="status">{t("codeSent", phone)}</p>
          <label for="code">{t("code")}</label>
          <input id="code" inputMode="numeric" autocomplete="one-time-code" value={code} onInput={(event) => setCode(event.currentTarget.value)} required />
        </>
      )}
      <Problem of={problem} />
      <div class="row">
        <button class="main" disabled={busy}>{challenge ? t("signIn") : t("sendCode")}</button>
        {challenge && <button type="button" disabled={busy} onClick={sendCode}>{t("sendCode")}</button>}
      </div>
    </form>
  );
};
