import { call, type Person } from "../shell/api";
import { forget } from "../shell/memory";
import { Show, useLoaded } from "../shell/load";
import { lack, setRoles } from "../shell/session";
import { ProfileForm } from "./Profile";
import { say } from "./texts";

/** Somebody new says who they are before anything is entered, and is then where they were going. */
export const Welcome = () => {
  const me = useLoaded(async () => {
    const person = await call<Person>("GET", "/api/me");
    setRoles(person.roles);
    if (person.village && person.name) lack(false);
    return person;
  });
  const saved = () => {
    forget("asked");
    lack(false);
  };
  return (
    <div class="slim">
      <h1>{say("welcome")}</h1>
      <p class="soft">{say("welcomeNote")}</p>
      <Show what={me}>
        {(person) => (
          <div class="card">
            <ProfileForm person={person} done={say("saveOn")} onSaved={saved} />
            <button type="button" class="plain" onClick={() => lack(false)}>
              {say("later")}
            </button>
          </div>
        )}
      </Show>
    </div>
  );
};
