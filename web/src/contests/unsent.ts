import { drawer } from "../durable/drawer";
import { personId } from "../shell/session";

interface Begun {
  contest: string;
  person: string | null;
  handedIn: boolean;
}

/** Somebody who opens the site again after a flat battery sees first what has become of the answers; nobody knows yet. */
export const goOnWithUnsent = async () => {
  const begun = await drawer<Begun>("sittings").all();
  const unsent = begun.find(({ person, handedIn }) => handedIn && person === personId());
  if (unsent && !location.hash.slice(1)) location.hash = `#/attempt/${unsent.contest}`;
};
