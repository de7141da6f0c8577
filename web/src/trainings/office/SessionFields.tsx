import { oneMore, type Meeting } from "./form";
import { say } from "./texts";

export const SessionFields = ({ sessions, onChange }: { sessions: Meeting[]; onChange: (sessions: Meeting[]) => void }) => {
  const change = (at: number, part: Partial<Meeting>) =>
    onChange(sessions.map((session, other) => (other === at ? { ...session, ...part } : session)));
  return (
    <>
      <h2>{say("sessions")}</h2>
      {sessions.map((session, at) => (
        <fieldset key={at} class="session">
          <legend>{say("session", at + 1)}</legend>
          <label for={`day${at}`}>{say("day")}</label>
          <input
            id={`day${at}`}
            type="date"
            required
            value={session.day}
            onInput={(event) => change(at, { day: event.currentTarget.value })}
          />
          <div class="two">
            <div>
              <label for={`from${at}`}>{say("from")}</label>
              <input
                id={`from${at}`}
                type="time"
                required
                value={session.from}
                onInput={(event) => change(at, { from: event.currentTarget.value })}
              />
            </div>
            <div>
              <label for={`to${at}`}>{say("to")}</label>
              <input
                id={`to${at}`}
                type="time"
                required
                value={session.to}
                onInput={(event) => change(at, { to: event.currentTarget.value })}
              />
            </div>
          </div>
          {sessions.length > 1 && (
            <button type="button" onClick={() => onChange(sessions.filter((_, other) => other !== at))}>
              {say("removeSession", at + 1)}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" disabled={sessions.length >= 100} onClick={() => onChange(oneMore(sessions))}>
        {say("addSession")}
      </button>
    </>
  );
};
