import { language, sentences } from "../shell/texts";

export const say = sentences({
  notYours: ["此页面需要“{0}”权限。请联系上级管理员。", "이 화면은 ‘{0}’ 권한이 필요합니다. 상급 관리자에게 문의하세요."],
  official: ["村镇工作人员", "촌진 직원"],
  reviewer: ["审核员", "심사원"],
  jury: ["评委", "심사위원"],
  administrator: ["管理员", "관리자"],
  more: ["显示更多", "더 보기"],
  empty: ["这里还没有内容。", "아직 내용이 없습니다."],
  chinese: ["{0}（中文）", "{0} (중국어)"],
  korean: ["{0}（朝鲜语，可不填）", "{0} (조선어, 비워도 됨)"],
  remove: ["删除", "삭제"],
  add: ["添加", "추가"],
  cancel: ["取消", "취소"],
  edit: ["修改", "고치기"],
  save: ["保存", "저장"],
  saved: ["已保存。", "저장했습니다."],
  shanghai: ["时间为北京时间。", "시간은 베이징 시간입니다."],
});

/** Names beside each other, as either language lists them. */
export const listed = (names: string[]) => names.join(language() === "ko" ? ", " : "、");
