import { sentences } from "../shell/texts";

export const say = sentences({
  title: ["我的消息", "내 알림"],
  none: ["还没有消息。", "아직 알림이 없습니다."],
  unread: ["{0} 条新消息", "새 알림 {0}개"],
  many: ["99 条以上新消息", "새 알림 99개 이상"],
  new: ["新", "새 알림"],
  open: ["去看看", "보러 가기"],
  more: ["看更早的", "지난 알림 보기"],
});
