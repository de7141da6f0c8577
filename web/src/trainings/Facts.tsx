import { Show, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { groups } from "../people/groups";
import { regionOf } from "../regions/names";
import { say } from "./texts";
import type { Eligibility, Listed, Training } from "./types";
import { momentOf } from "./when";

export const PlacesLeft = ({
  training: { capacity, confirmed, waiting },
}: {
  training: Pick<Listed, "capacity" | "confirmed" | "waiting">;
}) => (confirmed < capacity ? <span class="good">{say("left", capacity - confirmed)}</span> : <span>{say("full", waiting)}</span>);

/** Whether its sign-up is open, or will be. */
export const isToCome = ({ state, signUpClosesAt }: Pick<Training, "signUpClosesAt"> & Partial<Pick<Training, "state">>) =>
  state ? state === "open" || state === "announced" : Date.now() < Date.parse(signUpClosesAt);

/** What of the sign-up matters now. */
export const SignUpTime = ({
  training,
}: {
  training: Pick<Training, "signUpOpensAt" | "signUpClosesAt"> & Partial<Pick<Training, "state">>;
}) => {
  const { state, signUpOpensAt, signUpClosesAt } = training;
  const now = Date.now();
  const text =
    state === "cancelled"
      ? say("cancelled")
      : state === "over"
        ? say("over")
        : now < Date.parse(signUpOpensAt)
          ? say("opensOn", momentOf(signUpOpensAt))
          : now < Date.parse(signUpClosesAt)
            ? say("closesOn", momentOf(signUpClosesAt))
            : say("signUpClosed");
  return <span class={state === "cancelled" ? "bad" : "soft"}>{text}</span>;
};

/** Who a training is for, before anybody is refused. */
export const ForWhom = ({ eligibility }: { eligibility: Eligibility | null }) => {
  const codes = eligibility?.regions ?? [];
  const regions = useLoaded(() => Promise.all(codes.map(regionOf)), codes.join());
  return (
    <Show what={regions}>
      {(places) => {
        const rules = eligibility
          ? rulesOf(
              eligibility,
              places.map(({ name }) => of(name)),
            )
          : [];
        return (
          <p>
            {say("forWhom")}：{rules.length ? rules.join("；") : say("anyone")}
          </p>
        );
      }}
    </Show>
  );
};

const rulesOf = ({ gender, minAge, maxAge, ethnicGroups }: Eligibility, places: string[]) =>
  [
    gender === "female" ? say("women") : gender === "male" ? say("men") : "",
    minAge ? say("fromAge", minAge) : "",
    maxAge ? say("toAge", maxAge) : "",
    places.length ? say("places", places.join("、")) : "",
    ethnicGroups?.length ? say("groups", ethnicGroups.map(groupOf).join("、")) : "",
  ].filter(Boolean);

const groupOf = (code: string) => {
  const group = groups.find(([known]) => known === code && known !== "97");
  return group ? of({ zh: group[1], ko: group[2] }) : say("otherGroups");
};
