import { useState } from "preact/hooks";
import { call, type Region } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { of, type Localised } from "../shell/texts";
import { say } from "./texts";

const province = "22";

/** Three taps: county, town, village. */
export const VillagePicker = ({ onPick }: { onPick: (village: string, names: Localised[]) => void }) => {
  const [chosen, setChosen] = useState<{ code: string; name: Localised }[]>([]);
  const step = chosen.length;
  const choices = useLoaded(() => (step === 0 ? counties() : call<Region>("GET", `/api/regions/${chosen[step - 1]!.code}`).then((region) => [region])), step);
  const pick = (child: { code: string; name: Localised }) =>
    step === 2 ? onPick(child.code, [...chosen, child].map(({ name }) => name)) : setChosen([...chosen, child]);

  return (
    <fieldset>
      <legend>{say(step === 0 ? "pickCounty" : step === 1 ? "pickTown" : "pickVillage")}</legend>
      {step > 0 && <p>{chosen.map(({ name }) => of(name)).join(" ")} <button type="button" onClick={() => setChosen([])}>{say("again")}</button></p>}
      <Show what={choices}>
        {(groups) => groups.map((group) => (
          <div key={group.code}>
            {step === 0 && <h2>{of(group.name)}</h2>}
            <div class="pick">{group.children.map((child) => <button key={child.code} type="button" onClick={() => pick(child)}>{of(child.name)}</button>)}</div>
          </div>
        ))}
      </Show>
    </fieldset>
  );
};

const counties = async () => {
  const whole = await call<Region>("GET", `/api/regions/${province}`);
  return Promise.all(whole.children.map(({ code }) => call<Region>("GET", `/api/regions/${code}`)));
};
