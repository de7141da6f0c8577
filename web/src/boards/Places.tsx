import { ListLink } from "../design/ListLink";
import pin from "../design/icons/map-pin.svg";
import type { Contest, Region } from "../shell/api";
import { of } from "../shell/texts";
import { say } from "./texts";

/** The boards of the places around. */
export const Places = ({ id, contest, place }: { id: string; contest: Contest; place: Region }) => (
  <details>
    <summary>{say("places")}</summary>
    <ul class="list long">
      {place.code !== contest.region && place.parent && (
        <ListLink href={`#/board/${id}/${place.parent}`} icon={pin}>
          {say("wider")}
        </ListLink>
      )}
      {place.children.map(({ code, name }) => (
        <ListLink key={code} href={`#/board/${id}/${code}`} icon={pin}>
          {of(name)}
        </ListLink>
      ))}
    </ul>
  </details>
);
