import { useState } from "preact/hooks";
import { call } from "../../shell/api";
import { useAction } from "../../shell/load";
import { Refused, Surely } from "../../work/Staff";
import { say } from "./texts";
import type { RosterEntry } from "./types";

/** Takes a certificate back. It stays to be found, and says so; the reason is kept. */
export const Revoke = ({ entry: { name, certificate } }: { entry: RosterEntry & { certificate: string } }) => {
  const [reason, write] = useState("");
  const [revoked, setRevoked] = useState(false);
  const { busy, problem, run } = useAction();
  const revoke = () =>
    run(async () => {
      await call("DELETE", `/api/certificates/${certificate}`, { reason });
      setRevoked(true);
    });
  const field = `reason-${certificate}`;
  return (
    <>
      <a href={`#/certificate/${certificate}`}>{say("certificate", certificate)}</a>
      <div role="status">{revoked && <p class="note">{say("revoked", name)}</p>}</div>
      {!revoked && (
        <details>
          <summary>{say("revoke", name)}</summary>
          <label for={field}>{say("why")}</label>
          <input id={field} maxLength={500} autocomplete="off" value={reason} onInput={(event) => write(event.currentTarget.value)} />
          <Refused of={problem} named={{ reason: say("why") }} />
          <p>
            <Surely name={say("revoke", name)} busy={busy || !reason.trim()} onYes={revoke} />
          </p>
        </details>
      )}
    </>
  );
};
