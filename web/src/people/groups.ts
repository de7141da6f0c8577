/** The groups that are numerous in Jilin; GB/T 3304. */
export const groups = [
  ["01", "汉族", "한족"],
  ["10", "朝鲜族", "조선족"],
  ["11", "满族", "만족"],
  ["02", "蒙古族", "몽골족"],
  ["03", "回族", "회족"],
  ["97", "其他", "기타"],
] as const;
