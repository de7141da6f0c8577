// From the list of contests to a result: signing in, the profile, the rules, the attempt. The page fetches it as soon as the list is shown.
import { Attempt } from "../contests/Attempt";
import { ContestPage } from "../contests/Contest";
import { Me } from "../people/Me";
import { SignIn } from "../people/SignIn";
import { register } from "../shell/pages";
import { signedIn } from "../shell/session";

register({
  "sign-in": () => <SignIn />,
  me: () => (signedIn() ? <Me /> : <SignIn />),
  contest: ({ route: [, id] }) => <ContestPage id={id!} />,
  attempt: ({ route: [, id] }) => (signedIn() ? <Attempt id={id!} /> : <SignIn />),
});
