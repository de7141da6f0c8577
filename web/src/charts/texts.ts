import { sentences } from "../shell/texts";

export const say = sentences({
  asTable: ["以表格查看", "표로 보기"],
  picture: ["{0}。图中的数据都在下面的表格里。", "{0}. 그림의 자료는 아래 표에 모두 있습니다."],
  hidden: ["不公布", "비공개"],
  more: ["多", "많음"],
});
