// The programmes and events of the provincial plan, as functions/Trainings/Programme.cs names them.
import { of } from "../shell/texts";

const names: Record<string, readonly [string, string]> = {
  "new-professional-farmer": ["新型职业农民培育", "신형직업농민 육성"],
  "new-farmer": ["新型农民科技培训", "신형농민 과학기술교육"],
  "green-certificate": ["绿色证书", "록색증서"],
  spark: ["星火科技培训", "불꽃 과학기술교육"],
  sunshine: ["阳光工程", "해빛공정"],
  "million-women-farmers": ["百万新型女农民培训", "백만 신형녀성농민 교육"],
  "womens-technology": ["巾帼科技致富工程", "녀성 과학기술치부공정"],
  "double-learning": ["双学双比", "쌍학쌍비"],
  "village-graduate": ["大学生村官培训", "대학생 촌간부 교육"],
  "e-commerce": ["农村青年电子商务培训", "농촌청년 전자상거래 교육"],
  "three-to-countryside": ["三下乡", "세가지 농촌보내기"],
  "science-day": ["科普日", "과학보급의 날"],
  "science-week": ["科技周", "과학기술주간"],
  "science-fair": ["科普大集", "과학보급 장마당"],
  "expert-visit": ["科技专家乡下行", "과학기술전문가 농촌방문"],
};

/** Code and name of each. */
export const programmes = () => Object.entries(names).map(([code, [zh, ko]]) => [code, of({ zh, ko })] as const);
