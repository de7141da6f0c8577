import { useEffect, useState } from "preact/hooks";
import { signedIn } from "../shell/session";

/** Whether somebody is signed in; a page that shows the sign-in goes on by itself. */
export const useSignedIn = () => {
  const [is, set] = useState(signedIn());
  useEffect(() => {
    const changed = () => set(signedIn());
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return is;
};
