import { sentences } from "../shell/texts";

export const reasons = ["unscientific", "unsafe", "advertising", "privacy", "copyright", "quality", "other"] as const;
export type Reason = (typeof reasons)[number];

export const fields = ["planting", "husbandry", "forestry", "machinery", "health", "disaster", "ecology", "policy"] as const;
export type ScientificField = (typeof fields)[number];

/** Why a film is refused or reported. */
export const sayReason = sentences({
  unscientific: ["内容不科学", "내용이 과학적이지 못함"],
  unsafe: ["做法有危险", "위험한 방법"],
  advertising: ["含有广告", "광고가 들어있음"],
  privacy: ["涉及他人隐私", "다른 사람의 사생활"],
  copyright: ["用了别人的作品", "다른 사람의 작품을 리용"],
  quality: ["画面或声音不清楚", "화면이나 소리가 똑똑하지 않음"],
  other: ["其他原因", "기타"],
});

export const sayField = sentences({
  planting: ["种植", "재배"],
  husbandry: ["养殖", "축산"],
  forestry: ["林业", "림업"],
  machinery: ["农机", "농기계"],
  health: ["健康", "건강"],
  disaster: ["防灾避险", "재해방지"],
  ecology: ["生态环境", "생태환경"],
  policy: ["政策法规", "정책법규"],
});
