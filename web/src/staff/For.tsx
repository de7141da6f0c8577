import type { ComponentChildren } from "preact";
import { SignIn } from "../people/SignIn";
import { Show, useLoaded } from "../shell/load";
import { has, signedIn, type Role } from "../shell/session";
import { freshRoles, placesOf, type Place } from "../work/places";
import { listed, say } from "./texts";

/** A page for those who have one of these roles, and where they have it. */
export const For = ({ roles, children }: { roles: Role["role"][]; children: (places: Place[]) => ComponentChildren }) => {
  const places = useLoaded(async () => {
    if (signedIn() && !has(...roles)) await freshRoles(); // given since this phone asked
    return signedIn() ? placesOf(...roles) : [];
  }, signedIn());
  if (!signedIn()) return <SignIn />;
  return (
    <Show what={places}>
      {(mine) =>
        mine.length ? (
          <div class="desk">{children(mine)}</div>
        ) : (
          <p class="note">{say("notYours", listed(roles.map((role) => say(role))))}</p>
        )
      }
    </Show>
  );
};
