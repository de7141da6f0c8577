import { sentences } from "../shell/texts";

export const say = sentences({
  rules: ["{0} 道题，{1} 分钟", "{0}문제, {1}분"],
  start: ["开始答题", "시작하기"],
  resume: ["继续答题", "이어서 풀기"],
  done: ["今天已答完，明天再来", "오늘은 다 풀었습니다. 래일 다시 오세요"],
  noContest: ["现在没有竞赛", "지금은 경연이 없습니다"],
});
