// The languages of the front, and the sentences of its shell. {0} is replaced by what a page fills in.
import { useEffect, useState } from "preact/hooks";
import { keep, recall } from "./memory";

export type Language = "zh" | "ko";
export type Localised = { zh: string; ko?: string | null };

const texts = {
  title: ["科普中国乡村e站", "과학보급 향촌e역"],
  brand: ["科普中国|乡村e站", "과학보급|향촌e역"],
  skip: ["跳到正文", "본문으로 가기"],
  ways: ["主菜单", "주 차림표"],
  large: ["大字", "큰 글자"],
  home: ["首页", "첫페지"],
  other: ["한국어", "中文"],
  back: ["返回", "뒤로"],
  signIn: ["登录", "로그인"],
  me: ["我的", "내 정보"],
  backHome: ["回首页", "첫페지로"],
  contests: ["竞赛", "경연"],
  open: ["进行中", "진행 중"],
  upcoming: ["未开始", "시작 전"],
  closed: ["已结束", "끝남"],
  until: ["截止 {0}", "{0}까지"],
  trainings: ["培训", "교육"],
  videos: ["视频", "영상"],
  work: ["工作台", "업무"],
  tryAgain: ["再试一次", "다시 시도"],
  offline: ["连不上网络，请稍后再试。", "네트워크에 련결되지 않습니다. 잠시 후 다시 시도하세요."],
  broken: ["出了问题，请再试一次。", "문제가 생겼습니다. 다시 시도하세요."],
  busy: ["现在人多，请稍后再试。", "지금 리용자가 많습니다. 잠시 후 다시 시도하세요."],
  loading: ["正在加载……", "불러오는 중……"],
} as const;

let current: Language =
  recall("language") === "ko" ? "ko" : recall("language") === "zh" ? "zh" : navigator.language.startsWith("ko") ? "ko" : "zh";
const listeners = new Set<() => void>();

export const language = () => current;

export const switchLanguage = () => {
  current = current === "zh" ? "ko" : "zh";
  keep("language", current);
  document.documentElement.lang = current;
  listeners.forEach((changed) => changed());
};

export const useLanguage = () => {
  const [, render] = useState({});
  useEffect(() => {
    const changed = () => render({});
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  }, []);
  return current;
};

/** The sentences of a part: each a Chinese one and a Korean one. */
export const sentences =
  <Key extends string>(both: Record<Key, readonly [string, string]>) =>
  (key: Key, ...values: (string | number)[]) =>
    values.reduce<string>((text, value, at) => text.replace(`{${at}}`, () => String(value)), both[key][current === "zh" ? 0 : 1]);

/** A sentence of the shell in the language of the page. */
export const t = sentences(texts);

/** A text that came in all its languages. */
export const of = (text: Localised | null | undefined) => (text && ((current === "ko" && text.ko) || text.zh)) || "";

document.documentElement.lang = current;
