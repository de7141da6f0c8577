// Reading aloud, where the browser has a voice for the language. Voices come late in some browsers: they are asked for again.
import { useEffect, useState } from "preact/hooks";

const voiceFor = (language: string) =>
  typeof speechSynthesis === "undefined"
    ? undefined
    : speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language));

/** Whether this browser has a voice for a language: zh or ko. */
export const useVoice = (language: string) => {
  const [there, know] = useState(() => !!voiceFor(language));
  useEffect(() => {
    if (typeof speechSynthesis === "undefined") return;
    const look = () => know(!!voiceFor(language));
    look();
    if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", look);
    return () => {
      if (speechSynthesis.removeEventListener) speechSynthesis.removeEventListener("voiceschanged", look);
      speechSynthesis.cancel();
    };
  }, [language]);
  return there;
};

/** Reads texts one after another. */
export const speak = (texts: string[], language: string, onEnd: () => void) => {
  speechSynthesis.cancel();
  texts.forEach((text, at) => {
    const said = new SpeechSynthesisUtterance(text);
    const voice = voiceFor(language);
    if (voice) said.voice = voice;
    said.lang = language === "ko" ? "ko-KR" : "zh-CN";
    said.rate = 0.9;
    if (at === texts.length - 1) said.onend = said.onerror = onEnd;
    speechSynthesis.speak(said);
  });
};

export const hush = () => speechSynthesis.cancel();
