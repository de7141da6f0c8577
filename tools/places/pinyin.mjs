// Writes seeds/divisions.pinyin.tsv: for each division of divisions.tsv its code, and a syllable for each character of its name.
// A character that is said in two ways there has both, as bao/pu.
import { readFileSync, writeFileSync } from "node:fs";
import { customPinyin, pinyin } from "pinyin-pro";

const seeds = new URL("../../seeds/", import.meta.url);
const read = (file) =>
  readFileSync(new URL(file, seeds), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));

// How names of this province are said where the dictionary takes a word of everyday use for a part of them.
const readings = {
  珲春: "hun chun",
  民乐: "min le",
  大城: "da cheng",
  重兴: "chong xing",
  阿拉: "a la",
  曾: "zeng",
  单家: "shan jia",
  仇家: "qiu jia",
  解家: "xie jia",
  朴家: "piao jia",
  任家: "ren jia",
  盖家: "gai jia",
  查家: "zha jia",
  羊圈: "yang juan",
  鹿圈: "lu juan",
  牛圈: "niu juan",
  马圈: "ma juan",
  老奤: "lao tai",
  窨子: "yin zi",
  什: "shi",
  都: "du",
  长: "chang",
  参: "shen",
  柞: "zuo",
};
const alternatives = { 堡: "pu", 牟: "mou", 率: "shuai", 柏: "bo" };

customPinyin(readings);
const syllables = (name) => {
  const characters = [...name];
  const read = pinyin(name, { toneType: "none", v: true, type: "array" });
  if (read.length !== characters.length) throw new Error(`${name} has ${characters.length} characters and ${read.length} syllables`);
  return read.map((syllable, at) => {
    const other = alternatives[characters[at]];
    return other && other !== syllable ? `${syllable}/${other}` : syllable.toLowerCase();
  });
};

const lines = read("divisions.tsv").map(([code, name]) => `${code}\t${syllables(name).join(" ")}`);
writeFileSync(new URL("divisions.pinyin.tsv", seeds), lines.join("\n") + "\n");
