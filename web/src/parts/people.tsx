// Signing in, and what people say about themselves.
import kit from "../design/kit.css";
import { wear } from "../design/wear";
import { Me } from "../people/Me";
import { NotFound } from "../people/NotFound";
import { Notice } from "../people/Notice";
import { SignIn } from "../people/SignIn";
import { Welcome } from "../people/Welcome";
import { register } from "../shell/pages";
import { signedIn } from "../shell/session";

wear(kit);

register({
  "sign-in": ({ route }) => (
    <SignIn then={route.length > 1 || location.hash.slice(0, 9) === "#/sign-in" ? route.slice(1).join("/") : undefined} />
  ),
  profile: () => <Welcome />,
  me: () => (signedIn() ? <Me /> : <SignIn />),
  privacy: () => <Notice name="privacy" />,
  lost: () => <NotFound />,
  terms: () => <Notice name="terms" />,
});
