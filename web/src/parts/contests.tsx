// From the list of contests to a result. The page fetches it as soon as the list is shown: an attempt then needs the network for its paper
// alone.
import "../design/arrival";
import { Attempt } from "../contests/Attempt";
import { ContestPage } from "../contests/Contest";
import { Contests } from "../contests/Contests";
import { unsent } from "../contests/outbox";
import { ResultPage } from "../contests/Result";
import { Rest } from "../home/Rest";
import { PageOf, register, registered } from "../shell/pages";
import { signedIn } from "../shell/session";
import style from "../design/question.css";
import { wear } from "../design/wear";

wear(style);
registered.rest = Rest;

register({
  contests: () => <Contests />,
  contest: ({ route: [, id] }) => <ContestPage id={id!} />,
  attempt: ({ route: [, id] }) => <Attempt id={id!} />,
  result: ({ route: [, id, attempt] }) => (signedIn() ? <ResultPage contest={id!} attempt={attempt!} /> : <PageOf route={["sign-in"]} />),
});

// Somebody who opens the site again after a flat battery sees first what has become of the answers.
void unsent().then((sitting) => {
  if (sitting && !location.hash.slice(1)) location.hash = `#/attempt/${sitting.contest}`;
});
