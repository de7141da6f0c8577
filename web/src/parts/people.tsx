// Signing in, and what people say about themselves.
import { Me } from "../people/Me";
import { SignIn } from "../people/SignIn";
import { register } from "../shell/pages";
import { signedIn } from "../shell/session";

register({
  "sign-in": () => <SignIn />,
  me: () => (signedIn() ? <Me /> : <SignIn />),
});
