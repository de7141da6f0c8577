import { useEffect, useRef, useState } from "preact/hooks";
import type { SendCodeResponse, SignInResponse } from "../contract";
import { Field } from "../design/Field";
import { Mark } from "../design/Mark";
import { call, Refusal, Unreached } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { enter } from "../shell/session";
import { t } from "../shell/texts";
import { Operator } from "./Notice";
import { solve, type Proof } from "./proof";
import { say } from "./texts";

const mostProofs = 3; // a phone may change its network meanwhile, and is asked again
const again = 60; // s until another code may be asked for
const mobile = /^1[3-9]\d{9}$/;
const bare = (phone: string) => phone.replace(/[\s-]/g, "").replace(/^(\+?86)(?=1)/, "");

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

/** Here, wherever it is asked for: the page that asked is there again afterwards. */
export const SignIn = ({ then }: { then?: string }) => {
  const [phone, setPhone] = useState("");
  const [flaw, find] = useState("");
  const [challenge, setChallenge] = useState<string | null>(null);
  const [sentAt, sent] = useState(0);
  const { busy, problem, run } = useAction();
  const [proving, setProving] = useState(false);

  const sendCode = () => {
    const number = bare(phone);
    if (!mobile.test(number)) return find(say("badPhone"));
    find("");
    return run(async () => {
      try {
        setChallenge(await askForCode(number, () => setProving(true)));
        sent(Date.now());
      } finally {
        setProving(false);
      }
    });
  };

  return (
    <div class="slim">
      <div class="card sign-in">
        <Mark />
        <h1>{t("signIn")}</h1>
        <p class="soft">{say("signInNote")}</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void sendCode();
          }}
        >
          <Field id="phone" label={say("phone")} flaw={flaw}>
            {(input) => (
              <input
                {...input}
                type="tel"
                inputMode="tel"
                autocomplete="tel-national"
                value={phone}
                onInput={(event) => {
                  setPhone(event.currentTarget.value);
                  setChallenge(null);
                  find("");
                }}
              />
            )}
          </Field>
          {!challenge && (
            <button class="main wide" disabled={busy}>
              {say("sendCode")}
            </button>
          )}
        </form>
        {challenge && (
          <Code key={challenge} challenge={challenge} phone={phone} sentAt={sentAt} busy={busy} onAgain={sendCode} then={then} />
        )}
        {proving && <p role="status">{say("proving")}</p>}
        <Problem of={problem} />
        <p class="soft">
          <a href="#/privacy">{say("privacy")}</a> · <a href="#/terms">{say("terms")}</a>
        </p>
        <Operator />
      </div>
    </div>
  );
};

const Code = ({
  challenge,
  phone,
  sentAt,
  busy: sending,
  onAgain,
  then,
}: {
  challenge: string;
  phone: string;
  sentAt: number;
  busy: boolean;
  onAgain: () => void;
  then: string | undefined;
}) => {
  const [code, setCode] = useState("");
  const [key] = useState(() => crypto.getRandomValues(new Uint32Array(4)).join("-")); // asking again after a lost answer is no second use of the code
  const { busy, problem, run } = useAction();
  const left = useSeconds(sentAt);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current!.focus(), []);

  const signIn = () =>
    run(async () => {
      const signed = await call<SignInResponse>("POST", "/api/sign-in", { challenge, code: code.trim() }, { "Idempotency-Key": key });
      if (then !== undefined) location.replace(`#/${then}`);
      enter(signed.token, signed.person);
    });
  const wrong = problem instanceof Refusal && problem.status !== 404;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <p role="status">{say("codeSent", phone)}</p>
      <Field id="code" label={say("code")} flaw={wrong ? problem.message : ""}>
        {(input) => (
          <input
            {...input}
            ref={field}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={8}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        )}
      </Field>
      {!wrong && <Problem of={problem} />}
      <button class="main wide" disabled={busy || !code.trim()}>
        {t("signIn")}
      </button>
      <button type="button" class="plain" disabled={busy || sending || left > 0} onClick={onAgain}>
        {left > 0 ? say("againIn", left) : say("codeAgain")}
      </button>
    </form>
  );
};

const useSeconds = (since: number) => {
  const left = () => Math.max(0, again - Math.floor((Date.now() - since) / 1000));
  const [seconds, set] = useState(left());
  useEffect(() => {
    const timer = setInterval(() => set(left()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return seconds;
};
