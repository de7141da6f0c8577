import { sentences } from "../shell/texts";

export const say = sentences({
  region: ["地区", "지역"],
  yourRegions: ["负责地区", "담당 지역"],
  parts: ["下级地区", "하위 지역"],
  choosePart: ["选择下级地区……", "하위 지역 고르기…"],
});
