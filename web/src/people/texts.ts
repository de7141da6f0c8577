import { sentences } from "../shell/texts";

export const say = sentences({
  name: ["姓名", "이름"],
  signOut: ["退出登录", "로그아웃"],
  phone: ["手机号", "휴대전화 번호"],
  sendCode: ["获取验证码", "인증번호 받기"],
  code: ["验证码", "인증번호"],
  codeSent: ["验证码已发送到 {0}。", "{0}(으)로 인증번호를 보냈습니다."],
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
});
