import { sentences } from "../shell/texts";

export const say = sentences({
  contest: ["去竞赛", "경연으로"],
  practice: ["练习", "련습"],
  check: ["看答案", "답 보기"],
  practised: ["这一组答对 {0} 道，共 {1} 道", "이번에 {1}문제 중 {0}문제 맞힘"],
  more: ["再练一组", "더 련습하기"],
  noPractice: ["现在没有练习题。", "지금은 련습 문제가 없습니다."],
});
