// Adds to seeds/divisions.ko.tsv, by rule, the Korean names that no source gave: of the province's counties, and of Yanbian's towns and
// villages. Lines that are there without the mark "rule" stay as they are; run it again after adding one.
import { readFileSync, writeFileSync } from "node:fs";
import hanja from "hanja";
import { Converter } from "opencc-js";

const seeds = new URL("../../seeds/", import.meta.url);
const read = (file) =>
  readFileSync(new URL(file, seeds), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));

const mark = "rule";
const divisions = read("divisions.tsv");
const attested = new Map(read("divisions.ko.tsv").filter(([, , by]) => by !== mark));
const traditional = Converter({ from: "cn", to: "t" });
const { translate } = hanja.default ?? hanja;

// Words that Yanbian's Korean does not read character by character.
const words = {
  前郭尔罗斯: "전곽르로스",
  蒙古: "몽골",
  新加坡: "싱가포르",
  汽车: "자동차",
  街道: "가두",
  社区: "사회구역",
  生活区: "생활구역",
  居委会: "주민위원회",
  虚拟: "가상",
  屯田: "둔전",
  屯: "툰",
  复: "부",
  参: "삼",
  坨: "타",
  牡丹: "목단",
  奋斗: "분투",
};
const kinds = /(朝鲜族自治[州县]|自治[州县]|街道|满族乡|林业局|[市县区镇乡州])$/;
const remarks = /(（[^（）]*）)+$/;
const committee = /(村民委员会|村委会)$/;

// A village that has the name of a town goes by how the town is called.
const towns = {};
for (const [code, name] of divisions) {
  const bare = name.replace(kinds, "");
  if (attested.has(code) && code.length > 4 && bare.length > 1 && bare !== name)
    towns[bare] ??= attested.get(code).replace(/(조선족자치현|가두|만족향|림업국|[시현구진향])$/, "");
}

// Sino-Korean without the law of initials, as Yanbian writes: 룡, 녀. The syllable before the character keeps the library from using it.
const readingOf = (character) => {
  const [, syllable] = translate(`각${traditional(character)}`, "SUBSTITUTION");
  if (/\p{Script=Han}/u.test(syllable)) throw new Error(`${character} has no reading`);
  return syllable;
};

const koreanOf = (name, known) => {
  // The longer words before the shorter ones that they contain.
  const order = Object.keys(known).sort((one, other) => other.length - one.length);
  let rest = name
    .replace(remarks, "")
    .replace(/社区居民委员会$/, "社区")
    .replace(committee, "村")
    .replace(/村村$/, "村");
  let korean = "";
  while (rest) {
    const word = order.find((one) => rest.startsWith(one));
    const [character] = rest;
    korean += word ? known[word] : /\p{Script=Han}/u.test(character) ? readingOf(character) : character;
    rest = rest.slice((word ?? character).length);
  }
  return korean;
};

const lines = divisions.flatMap(([code, name]) =>
  attested.has(code)
    ? [`${code}\t${attested.get(code)}`]
    : code.length === 6 || code.startsWith("2224")
      ? [`${code}\t${koreanOf(name, { ...towns, ...words })}\t${mark}`]
      : [],
);
writeFileSync(new URL("divisions.ko.tsv", seeds), lines.join("\n") + "\n");

// How the rule does where a source says how it is.
const compared = divisions.filter(([code]) => attested.has(code));
const other = compared.filter(([code, name]) => koreanOf(name, words) !== attested.get(code));
console.log(`${lines.length - compared.length} by rule; of ${compared.length} attested ones the rule reads ${other.length} otherwise:`);
console.log(other.map(([code, name]) => `${name} ${attested.get(code)} (${koreanOf(name, words)})`).join(", "));
