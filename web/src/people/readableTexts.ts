import { sentences, type Localised } from "../shell/texts";

export const word = sentences({ yes: ["是", "예"], no: ["否", "아니요"] });

const both = (zh: string, ko: string): Localised => ({ zh, ko });

/** The parts of what is held. */
export const sections: Record<string, Localised> = {
  profile: both("我的资料", "내 자료"),
  attempts: both("答题记录", "문제 푼 기록"),
  trainings: both("报名和培训", "신청과 교육"),
  videos: both("视频", "영상"),
  messages: both("发给我的短信", "받은 문자"),
  inbox: both("我的消息", "내 알림"),
  publicist: both("科普宣传员", "과학보급 선전원"),
  grants: both("权限", "권한"),
};

/** What of a record people understand. */
export const fields: Record<string, Localised> = {
  name: both("姓名", "이름"),
  phone: both("手机号", "휴대전화 번호"),
  village: both("村（代码）", "마을(코드)"),
  gender: both("性别（1 男，2 女）", "성별(1 남, 2 녀)"),
  birthYear: both("出生年份", "출생 년도"),
  ethnicGroup: both("民族（代码）", "민족(코드)"),
  leftBehind: both("留守在家", "집에 남아 있음"),
  language: both("语言", "언어"),
  createdAt: both("注册时间", "등록 시간"),
  contest: both("竞赛", "경연"),
  number: both("第几次", "몇번째"),
  startedAt: both("开始时间", "시작 시간"),
  submittedAt: both("交卷时间", "제출 시간"),
  ranked: both("计入排名", "순위에 듦"),
  score: both("答对", "맞힌 수"),
  training: both("培训", "교육"),
  title: both("标题", "제목"),
  text: both("内容", "내용"),
  description: both("说明", "설명"),
  state: both("状态", "상태"),
  at: both("时间", "시간"),
  sentAt: both("发送时间", "보낸 시간"),
  openedAt: both("开始上传", "올리기 시작"),
  publishedAt: both("发布时间", "발표 시간"),
  enrolledAt: both("报名时间", "신청 시간"),
  rating: both("评价", "평가"),
  comment: both("意见", "의견"),
  certificate: both("证书编号", "증서 번호"),
  role: both("角色", "역할"),
  region: both("地区（代码）", "지역(코드)"),
};
