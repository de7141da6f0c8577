import { useEffect, useState } from "preact/hooks";
import { language, sentences } from "../shell/texts";
import { Icon } from "./Icon";
import stop from "./icons/circle-stop.svg";
import volume from "./icons/volume-2.svg";
import { hush, speak, useVoice } from "./speech";

const say = sentences({ read: ["朗读", "읽어 주기"], stop: ["停止", "멈추기"] });

/** A button that reads texts to those who read little; it is not there where the browser has no voice. */
export const ReadAloud = ({ texts, lang = language() }: { texts: string[]; lang?: string }) => {
  const there = useVoice(lang);
  const [reading, read] = useState(false);
  useEffect(
    () => () => {
      if (reading) hush();
    },
    [reading],
  );
  if (!there) return null;
  const toggle = () => {
    if (reading) hush();
    else speak(texts, lang, () => read(false));
    read(!reading);
  };
  return (
    <button type="button" class="plain" aria-pressed={reading} onClick={toggle}>
      <Icon of={reading ? stop : volume} /> {say(reading ? "stop" : "read")}
    </button>
  );
};
