import { useState } from "preact/hooks";
import { Problem, Show, useLoaded } from "../shell/load";
import { PageOf } from "../shell/pages";
import { lack, signedIn } from "../shell/session";
import { askWhoIAm } from "../people/mine";
import { Feedback } from "./Feedback";
import { SignUp } from "./SignUp";
import { Status } from "./Status";
import { say } from "./texts";
import { askForTickets, type Tickets } from "./tickets";
import type { Training } from "./types";

/** What I have to do with a training: nothing yet, a place, or a place in the queue. */
export const MyPart = ({ training, onChanged }: { training: Training; onChanged: () => void }) => {
  const [signingIn, signIn] = useState(false);
  if (signedIn()) return <Mine training={training} onChanged={onChanged} />;
  if (training.state !== "open") return null;
  return signingIn ? (
    <PageOf route={["sign-in"]} />
  ) : (
    <p>
      <button type="button" class="main" onClick={() => signIn(true)}>
        {say("signInFirst")}
      </button>
    </p>
  );
};

const Mine = ({ training, onChanged }: { training: Training; onChanged: () => void }) => {
  const mine = useLoaded(async () => {
    const [me, tickets] = await Promise.all([askWhoIAm(), askForTickets(training)]);
    if (!me.village) lack(true); // asked for here and now, before anything is entered
    return tickets;
  }, training.id);
  return <Show what={mine}>{(tickets) => <Standing training={training} start={tickets} onChanged={onChanged} />}</Show>;
};

const Standing = ({ training, start, onChanged }: { training: Training; start: Tickets; onChanged: () => void }) => {
  const [tickets, know] = useState(start);
  const [problem, complain] = useState<unknown>(null);
  const active = tickets.people.filter(({ state }) => state !== "cancelled");
  const mine = active.find(({ self }) => self);
  const begun = Date.parse(training.sessions[0]!.startsAt) <= Date.now();
  const learn = (now: Tickets) => {
    complain(null);
    know(now);
    onChanged();
  };
  return (
    <>
      <Problem of={problem} />
      <Status training={training} people={tickets.people} onChanged={() => askForTickets(training).then(learn, complain)} />
      {active.length > 0 && training.state !== "over" && training.state !== "cancelled" && (
        <p>
          <a class="button main" href={`#/ticket/${training.id}`}>
            {say("ticket")}
          </a>
        </p>
      )}
      {training.state === "open" && <SignUp training={training} amIn={mine !== undefined} onSignedUp={learn} />}
      {begun && mine?.state === "confirmed" && <Feedback training={training.id} />}
    </>
  );
};
