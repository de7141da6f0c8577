import { sentences } from "../../shell/texts";

export const say = sentences({
  single: ["单选", "하나 고르기"],
  multiple: ["多选", "여러 개 고르기"],
  trueFalse: ["判断", "맞다/틀리다"],
  questionOf: ["第 {0} 题，共 {1} 题", "{1}문제 중 {0}번째"],
  next: ["下一题", "다음"],
  right: ["✓ 答对了", "○ 맞았습니다"],
  wrong: ["× 答错了", "× 틀렸습니다"],
  rightAnswer: ["正确答案", "정답"],
  source: ["出处", "출처"],
  report: ["这道题有问题", "이 문제에 잘못이 있습니다"],
  reported: ["已收到，谢谢您。", "접수하였습니다. 감사합니다."],
  wrongKey: ["答案不对", "답이 틀림"],
  unclear: ["看不明白", "뜻이 모호함"],
  typo: ["有错字", "오자가 있음"],
  other: ["其他", "기타"],
});
