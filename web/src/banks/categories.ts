import { of } from "../shell/texts";

// The seeds' bank names its topics in English; banks that are imported name theirs as they like.
const names: Record<string, [string, string]> = {
  "agri-ip": ["农业知识产权", "농업 지식재산권"],
  emergency: ["应急避险", "응급 대피"],
  environment: ["生态环境", "생태 환경"],
  "food-safety": ["食品安全", "식품 안전"],
  health: ["健康生活", "건강 생활"],
  revitalisation: ["乡村振兴", "향촌 진흥"],
  "rural-policy": ["农村政策法规", "농촌 정책 법규"],
  general: ["未分类", "미분류"],
};

export const categoryName = (category: string) => {
  const known = names[category];
  return known ? of({ zh: known[0], ko: known[1] }) : category;
};
