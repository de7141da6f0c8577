// Every sentence of the front in Chinese and Korean. {0} is replaced by what a page fills in.
import { useEffect, useState } from "preact/hooks";
import { recall, keep } from "./memory";

export type Language = "zh" | "ko";
export type Localised = { zh: string; ko?: string | null };

const texts = {
  title: ["科普中国乡村e站", "과학보급 향촌e역"],
  other: ["한국어", "中文"],
  back: ["返回", "뒤로"],
  signIn: ["登录", "로그인"],
  signOut: ["退出登录", "로그아웃"],
  me: ["我的", "내 정보"],
  phone: ["手机号", "휴대전화 번호"],
  sendCode: ["获取验证码", "인증번호 받기"],
  code: ["验证码", "인증번호"],
  codeSent: ["验证码已发送到 {0}。", "{0}(으)로 인증번호를 보냈습니다."],
  name: ["姓名", "이름"],
  village: ["所在的村", "소속 마을"],
  pickCounty: ["第一步：选择县（市、区）", "1단계: 현(시, 구)을 고르세요"],
  pickTown: ["第二步：选择乡镇", "2단계: 향진을 고르세요"],
  pickVillage: ["第三步：选择村", "3단계: 마을을 고르세요"],
  again: ["重新选择", "다시 고르기"],
  gender: ["性别", "성별"],
  male: ["男", "남"],
  female: ["女", "여"],
  notSaid: ["不填", "비워 둠"],
  birthYear: ["出生年份", "출생 연도"],
  ethnicGroup: ["民族", "민족"],
  leftBehind: ["家人外出务工，留守在家", "가족이 외지로 나가 집에 남아 있음"],
  save: ["保存", "저장"],
  saved: ["已保存。", "저장했습니다."],
  contests: ["竞赛", "경연"],
  none: ["现在没有。", "지금은 없습니다."],
  open: ["进行中", "진행 중"],
  upcoming: ["未开始", "시작 전"],
  closed: ["已结束", "끝남"],
  until: ["截止 {0}", "{0}까지"],
  rules: ["{0} 道题，每题 {1} 秒，每天 {2} 次，答对 {3} 道及格", "{0}문제, 문제당 {1}초, 하루 {2}번, {3}문제 맞히면 합격"],
  start: ["开始答题", "시작하기"],
  resume: ["继续答题", "이어서 풀기"],
  once: ["开始后计时，重新进入还是同一份试卷。", "시작하면 시간이 흐릅니다. 다시 들어와도 같은 문제입니다."],
  questionOf: ["第 {0} 题，共 {1} 题", "{1}문제 중 {0}번째"],
  single: ["单选", "하나 고르기"],
  multiple: ["多选", "여러 개 고르기"],
  trueFalse: ["判断", "맞다/틀리다"],
  timeLeft: ["剩余时间", "남은 시간"],
  timeOver: ["时间已到，请交卷。", "시간이 다 되었습니다. 제출하세요."],
  previous: ["上一题", "이전"],
  next: ["下一题", "다음"],
  handIn: ["交卷", "제출"],
  unanswered: ["还有 {0} 道题没有回答。", "아직 {0}문제에 답하지 않았습니다."],
  kept: ["答案保存在这部手机上，还没有交到服务器。", "답안은 이 휴대전화에 있으며 아직 서버에 제출되지 않았습니다."],
  sending: ["正在交卷……", "제출하는 중……"],
  waiting: ["没有网络。答案保存在这部手机上，有网络时自动交卷，请不要清除浏览器数据。", "네트워크가 없습니다. 답안은 이 휴대전화에 있으며 연결되면 자동으로 제출됩니다. 브라우저 데이터를 지우지 마세요."],
  received: ["服务器已收到。回执：{0}", "서버가 받았습니다. 접수증: {0}"],
  score: ["答对 {0} 道，共 {1} 道，用时 {2}", "{1}문제 중 {0}문제 맞힘, 시간 {2}"],
  passed: ["及格", "합격"],
  failed: ["未及格", "불합격"],
  late: ["交卷超时，本次不计入排名。", "시간이 지나 순위에 들지 않습니다."],
  points: ["积分 {0}，抽奖机会 {1} 次", "점수 {0}, 추첨 기회 {1}번"],
  right: ["答对", "맞음"],
  wrong: ["答错", "틀림"],
  yourAnswer: ["你的回答", "내 답"],
  rightAnswer: ["正确答案", "정답"],
  standing: ["我的名次", "내 순위"],
  rankOf: ["第 {0} 名，共 {1} 人", "{1}명 중 {0}위"],
  noStanding: ["参加之后显示名次。", "참가하면 순위가 나옵니다."],
  board: ["排行榜", "순위표"],
  boardSoon: ["名次每分钟更新一次。", "순위는 1분마다 바뀝니다."],
  rank: ["名次", "순위"],
  result: ["答对", "맞힌 수"],
  time: ["用时", "시간"],
  asOf: ["截至 {0}", "{0} 기준"],
  offline: ["没有网络，请稍后再试。", "네트워크가 없습니다. 잠시 후 다시 시도하세요."],
  loading: ["正在加载……", "불러오는 중……"],
  profileFirst: ["先填写姓名和所在的村，才能参加。", "이름과 소속 마을을 먼저 입력해야 참가할 수 있습니다."],
} as const;

export type TextKey = keyof typeof texts;

let current: Language = recall("language") === "ko" ? "ko" : recall("language") === "zh" ? "zh" : navigator.language.startsWith("ko") ? "ko" : "zh";
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
    return () => { listeners.delete(changed); };
  }, []);
  return current;
};

/** A sentence in the language of the page. */
export const t = (key: TextKey, ...values: (string | number)[]) =>
  values.reduce<string>((text, value, at) => text.replace(`{${at}}`, String(value)), texts[key][current === "zh" ? 0 : 1]);

/** A text that came in all its languages. */
export const of = (text: Localised | null | undefined) => (text && ((current === "ko" && text.ko) || text.zh)) || "";

document.documentElement.lang = current;
