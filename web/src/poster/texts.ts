import { sentences } from "../shell/texts";

export const say = sentences({
  print: ["打印", "인쇄"],
  scan: ["用手机扫一扫，看详情、报名、答题", "휴대전화로 스캔하면 자세히 보고 신청하고 답할수 있습니다"],
  when: ["时间", "시간"],
  where: ["地点", "장소"],
  whom: ["名额", "정원"],
  contact: ["联系", "련락"],
  people: ["{0} 人", "{0}명"],
  until: ["截止 {0}", "{0}까지"],
  questions: ["每次 {0} 题", "매번 {0}문제"],
  gone: ["没有找到。", "찾지 못했습니다."],
});
