// From the list of contests to a result. The page fetches it as soon as the list is shown: an attempt then needs the network for its paper
// alone.
import { Attempt } from "../contests/Attempt";
import { ContestPage } from "../contests/Contest";
import { unsent } from "../contests/outbox";
import { ResultPage } from "../contests/Result";
import { PageOf, register } from "../shell/pages";
import { signedIn } from "../shell/session";

register({
  contest: ({ route: [, id] }) => <ContestPage id={id!} />,
  attempt: ({ route: [, id] }) => <Attempt id={id!} />,
  result: ({ route: [, id, attempt] }) => (signedIn() ? <ResultPage contest={id!} attempt={attempt!} /> : <PageOf route={["sign-in"]} />),
});

// Who opens the site again after a flat battery sees first what has become of the answers.
void unsent().then((sitting) => {
  if (sitting && !location.hash.slice(1)) location.hash = `#/attempt/${sitting.contest}`;
});
