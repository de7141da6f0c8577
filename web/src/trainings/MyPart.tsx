import { useState } from "preact/hooks";
import { Problem, Show, useLoaded } from "../shell/load";
import { t } from "../shell/texts";
import { SignIn } from "../people/SignIn";
import { useSignedIn } from "../people/useSignedIn";
import { askWhoIAm } from "../people/mine";
import { Feedback } from "./Feedback";
import { SignUp } from "./SignUp";
import { Status } from "./Status";
import { say } from "./texts";
import { askForTickets, type Tickets } from "./tickets";
import type { Training } from "./types";

/** What I have to do with a training: nothing yet, a place, or a place in the queue. */
export const MyPart = ({ training }: { training: Training }) => {
  const signedIn = useSignedIn();
  const [signingIn, signIn] = useState(false);
  if (signedIn) return <Mine training={training} />;
  if (training.state !== "open") return null;
  return signingIn ? <SignIn /> : <p><button type="button" class="main" onClick={() => signIn(true)}>{say("signInFirst")}</button></p>;
};

const Mine = ({ training }: { training: Training }) => {
  const mine = useLoaded(async () => ({ me: await askWhoIAm(), tickets: await askForTickets(training) }), training.id);
  return (
    <Show what={mine}>
      {({ me, tickets }) => me.village ? <Standing me={me.id} training={training} start={tickets} />
        : <p class="note">{t("profileFirst")} <a class="button main" href="#/me">{t("me")}</a></p>}
    </Show>
  );
};

const Standing = ({ me, training, start }: { me: string; training: Training; start: Tickets }) => {
  const [tickets, know] = useState(start);
  const [problem, complain] = useState<unknown>(null);
  const active = tickets.people.filter(({ state }) => state !== "cancelled");
  const mine = active.find(({ enrolment }) => enrolment === me);
  const begun = Date.parse(training.sessions[0]!.startsAt) <= Date.now();
  const ask = () => askForTickets(training).then((now) => { complain(null); know(now); }, complain);
  return (
    <>
      <Problem of={problem} />
      <Status training={training} people={tickets.people} onChanged={ask} />
      {active.length > 0 && <p><a class="button main" href={`#/ticket/${training.id}`}>{say("ticket")}</a></p>}
      {training.state === "open" && <SignUp training={training} amIn={mine !== undefined} onSignedUp={know} />}
      {begun && mine?.state === "confirmed" && <Feedback training={training.id} />}
    </>
  );
};
