// From the rules of a contest to a result.
import { Attempt } from "../contests/Attempt";
import { ContestPage } from "../contests/Contest";
import { ResultPage } from "../contests/Result";
import { PageOf, register } from "../shell/pages";
import { signedIn } from "../shell/session";
import style from "../design/question.css";
import { wear } from "../design/wear";

wear(style);

register({
  contest: ({ route: [, id] }) => <ContestPage id={id!} />,
  attempt: ({ route: [, id] }) => <Attempt id={id!} />,
  result: ({ route: [, id, attempt] }) => (signedIn() ? <ResultPage contest={id!} attempt={attempt!} /> : <PageOf route={["sign-in"]} />),
});
