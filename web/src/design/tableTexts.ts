import { sentences } from "../shell/texts";

export const say = sentences({
  search: ["查找", "찾기"],
  all: ["全部", "전체"],
  shown: ["{0} 条，共 {1} 条", "{1}건 중 {0}건"],
  total: ["共 {0} 条", "모두 {0}건"],
  nothing: ["没有符合条件的记录。", "조건에 맞는 기록이 없습니다."],
  sortBy: ["按“{0}”排序", "“{0}” 순서로"],
  selectAll: ["全选", "모두 고르기"],
  select: ["选择 {0}", "{0} 고르기"],
  selected: ["已选 {0} 条", "{0}건 고름"],
  clear: ["取消选择", "고르기 취소"],
});
