import { sentences } from "../shell/texts";

export const say = sentences({
  today: ["今天", "오늘"],
  practice: ["练习", "련습"],
  standing: ["我的名次", "내 순위"],
  mine: ["我的培训", "내 교육"],
  certificate: ["查证书", "증서 확인"],
  hotline: ["12316 热线", "12316 상담"],
  next: ["我的下一次培训", "다음 교육"],
  ticket: ["看入场码", "입장권 보기"],
  near: ["附近的培训", "가까운 교육"],
  all: ["全部", "모두"],
  film: ["看一段", "영상 보기"],
  notices: ["您有 {0} 条新消息", "새 알림 {0}개가 있습니다"],
});
