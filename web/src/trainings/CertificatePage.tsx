import { useEffect, useState } from "preact/hooks";
import { call, Refusal } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { token } from "../shell/session";
import { of } from "../shell/texts";
import { say } from "./texts";
import type { Certificate } from "./types";

/** Whether a certificate is valid, for everybody; for its holder, with the full name, to print. */
export const CertificatePage = ({ number }: { number: string | undefined }) => (number ? <Checked number={number} /> : <Asking />);

const Asking = () => {
  const [number, write] = useState("");
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        location.hash = `#/certificate/${encodeURIComponent(number.trim())}`;
      }}
    >
      <h1>{say("check")}</h1>
      <label for="number">{say("number")}</label>
      <input id="number" required maxLength={64} autocomplete="off" value={number} onInput={(event) => write(event.currentTarget.value)} />
      <p>
        <button class="main">{say("check")}</button>
      </p>
    </form>
  );
};

const Checked = ({ number }: { number: string }) => {
  const certificate = useLoaded(() => find(number), number);
  return (
    <>
      <h1 class="screen">{say("certificate")}</h1>
      <Show what={certificate}>
        {(found) =>
          found ? (
            <Found certificate={found} />
          ) : (
            <p class="note bad" role="status">
              {say("noCertificate")}
            </p>
          )
        }
      </Show>
    </>
  );
};

const find = async (number: string): Promise<Certificate | null> => {
  try {
    return await call<Certificate>("GET", `/api/certificates/${number}`);
  } catch (problem) {
    if (problem instanceof Refusal && problem.status === 404) return null;
    throw problem;
  }
};

const Found = ({ certificate }: { certificate: Certificate }) => (
  <>
    <div class="screen">
      <p class={`note ${certificate.valid ? "good" : "bad"}`} role="status">
        <b>{certificate.valid ? `✓ ${say("valid")}` : `✗ ${say("revoked")}`}</b>
      </p>
      <dl>
        <dt>{say("number")}</dt>
        <dd>{certificate.number}</dd>
        <dt>{say("holder")}</dt>
        <dd>{certificate.holder}</dd>
        <dt>{say("course")}</dt>
        <dd>
          {of(certificate.title)} · {of(certificate.programmeName)}
        </dd>
        <dt>{say("issued")}</dt>
        <dd>
          {certificate.issuedOn} · {say("hours", certificate.hours)}
        </dd>
      </dl>
    </div>
    <Drawing number={certificate.number} />
  </>
);

/** As it is printed; the server knows whether it is the holder who asks. */
const Drawing = ({ number }: { number: string }) => {
  const [picture, show] = useState<string | null>(null);
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    draw(number).then(
      (drawn) => {
        url = URL.createObjectURL(drawn);
        if (gone) URL.revokeObjectURL(url);
        else show(url);
      },
      () => undefined,
    ); // What matters stands above it.
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [number]);
  return (
    picture && (
      <>
        <img class="certificate" src={picture} alt={say("printable", number)} />
        <p class="screen">
          <button type="button" onClick={() => print()}>
            {say("print")}
          </button>
        </p>
      </>
    )
  );
};

const draw = async (number: string) => {
  const bearer = token();
  const response = await fetch(`/api/certificates/${number}?format=svg`, { headers: bearer ? { Authorization: `Bearer ${bearer}` } : {} });
  if (!response.ok) throw new Error();
  return response.blob();
};
