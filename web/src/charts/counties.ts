// Where the counties of Jilin are on the tile map. Outlines that may be redistributed were not found, and public maps in China need a
// review number; a grid of equal tiles claims no borders at all, and gives a county of few people as much room as a district of a city.
// Each of the 60 counties, districts and cities has a place so that neighbours are near each other and the directions hold: the wedge of
// the west (白城, 松原) in the first columns, 长春 and 吉林 in the middle, 延边 at the eastern edge, 集安 at the southern tip. Where cities have more
// districts than a map has room for, the neighbours move aside; nobody moves past the neighbour of a neighbour. Ten columns, because a tile
// on a phone of 360 px must hold a name of two characters and a number. The nine development zones that the statistics bureau counts like
// counties (codes ending in 71 to 74) belong to no place between those: they stand in a row below.

export interface Tile {
  code: string;
  column: number;
  row: number;
  zh: string;
  ko?: string;
}

const rows = [
  "220821 镇赉",
  "220802 洮北|220882 大安|220702 宁江|220781 扶余|220182 榆树",
  "220881 洮南|220723 乾安|220721 前郭|220122 农安|220183 德惠|220283 舒兰",
  "220822 通榆|220722 长岭|220106 绿园|220103 宽城|220113 九台|220202 昌邑|220203 龙潭",
  "|220382 双辽|220104 朝阳|220102 南关|220105 二道|220204 船营|220211 丰满|220281 蛟河",
  "||220322 梨树|220184 公主岭|220112 双阳|220221 永吉|220282 桦甸|222403 敦化 돈화|222424 汪清 왕청",
  "|220302 铁西|220303 铁东|220323 伊通|220284 磐石|220523 辉南|220622 靖宇|222426 安图 안도|222401 延吉 연길|222402 图们 도문",
  "|220422 东辽|220403 西安|220402 龙山|220421 东丰|220581 梅河口|220621 抚松|222406 和龙 화룡|222405 龙井 룡정|222404 珲春 훈춘",
  "||||220524 柳河|220602 浑江|220605 江源",
  "|||220521 通化县|220502 东昌|220503 二道江|220681 临江|220623 长白 장백",
  "||||220582 集安",
];

const zones =
  "220171 长经开|220172 长净月|220173 长高新|220174 长汽开|220271 吉经开|220272 吉高新|220273 吉食品|220771 松经开|220871 白经开";

const tilesOf = (line: string, row: number) =>
  line.split("|").flatMap<Tile>((tile, column) => {
    const [code, zh, ko] = tile.split(" ");
    return code ? [{ code, column, row, zh: zh!, ...(ko && { ko }) }] : [];
  });

export const columns = 10;

export const counties = rows.flatMap(tilesOf);

export const developmentZones = tilesOf(zones, rows.length + 0.5);

export const lines = rows.length + 1.5;
