// What the browsers of farmers understand: Chromium 64 (old views inside WeChat and UC) and Safari 12 upwards. esbuild translates syntax;
// it does not translate what a program calls, nor most of CSS. The build fails on what is listed here.
//
//   node reach.mjs [files]   checks files, or what comes in on stdin as the file that REACH_NAME says
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

export const targets = ["chrome64", "safari12"];

/** Parts that only desks of the staff open, with a browser of this decade. Their syntax is translated like everybody's. */
const ofStaff = /^(staff|statistics|qr)\./;

/** Officials scan and upload. createImageBitmap: Safari says that it has no photo; Object.hasOwn: work/polyfills.ts lends it. */
const ofOfficials = /^official\./;
const theirs = /^(createImageBitmap|Object\.hasOwn|\\p)/;

const syntax = [
  [/\?\.[^\d]/, "optional chaining: Chromium 80"],
  [/\?\?/, "?? and ??=: Chromium 80"],
  [/\bcatch\{/, "catch without a variable: Chromium 66"],
  [/\(\?<[=!]/, "lookbehind in a regular expression: Safari 16.4"],
  [/[^\w$.#"'`]\d+n\b/, "BigInt: Chromium 67, Safari 14"],
  [/\bimport\(|\bimport\.meta\b/, "modules: parts are classic scripts"],
];

const calls = [
  [/\bglobalThis\b/, "globalThis: Chromium 71; the build replaces it by self"],
  [/\.at\(/, ".at(): Chromium 92; index from the length"],
  [/\.(replaceAll|matchAll)\(/, "replaceAll, matchAll: Chromium 85, 73; a regular expression with g"],
  [/\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy)\(/, "Array methods of 2023: Chromium 97 to 117"],
  [/\.(trimStart|trimEnd)\(/, "trimStart, trimEnd: Chromium 66"],
  [/\bPromise\.(allSettled|any|withResolvers|try)\b/, "Promise.allSettled, any, withResolvers: Chromium 76, 85, 119"],
  [/\bObject\.(hasOwn|groupBy)\b/, "Object.hasOwn, groupBy: Chromium 93, 117"],
  [/\bstructuredClone\b/, "structuredClone: Chromium 98"],
  [/\bAbortSignal\b/, "AbortSignal.timeout, any: Chromium 103, 116; a timer and an AbortController (shell/polyfills.ts)"],
  [/\bthrowIfAborted\b/, "throwIfAborted: Chromium 100"],
  [/\bcrypto\.(randomUUID|subtle)\b/, "randomUUID: Chromium 92; subtle: not on plain HTTP"],
  [/\bBroadcastChannel\b|\bWeakRef\b|\bnavigator\.locks\b/, "BroadcastChannel, WeakRef, locks: Safari 15.4, 14.5, 15.4"],
  [/\bnew EventTarget\b/, "EventTarget as a class: Chromium 64, Safari 14"],
  [/\\p\{/, "\\p{…} in a regular expression: not in early builds of Chromium 64"],
  [/\b(ResizeObserver|IntersectionObserver)\b/, "ResizeObserver, IntersectionObserver: Safari 13.1, 12.1"],
  [/\bIntl\.|\bhourCycle\b|\bdateStyle\b|\btimeStyle\b/, "Intl objects, hourCycle, dateStyle: Chromium 71 to 87; see shell/format.ts"],
  [/\b(replaceChildren|toggleAttribute|requestSubmit|showModal|showPicker|getAnimations)\(/, "DOM methods of Chromium 69 to 133"],
  [/\.(inert|popover)\b/, "inert, popover: Chromium 102, 114"],
  [/\bindexedDB\.databases\b/, "indexedDB.databases: Chromium 72, Safari 14"],
  [/\b(blob|file|ends|piece)\.(text|arrayBuffer|stream)\(/, "Blob.text, arrayBuffer, stream: Chromium 76; new Response(blob)"],
  [/\bcreateImageBitmap\b|\bOffscreenCanvas\b/, "createImageBitmap: Safari 15"],
];

const selectors = [
  [":has(", "Chromium 105"],
  [":is(", "Chromium 88"],
  [":where(", "Chromium 88"],
  [":focus-visible", "Chromium 86"],
  [":any-link", "Chromium 65"],
  ["::marker", "Chromium 86"],
  ["::backdrop", "Safari 15.4"],
];

const declarations = [
  [/(^|;)(row-|column-)?gap:/, "gap: Chromium 84 in a flex box, 66 in a grid; margins, or grid-gap in a grid"],
  [/(^|;)inset(-\w+)*:/, "inset: Chromium 87; top, right, bottom, left"],
  [/(^|;)aspect-ratio:/, "aspect-ratio: Chromium 88; a padding in per cent"],
  [/(^|;)(margin|padding|border)-(inline|block)/, "logical properties: Chromium 69 to 87"],
  [/[:(, ](min|max|clamp)\(/, "min(), max(), clamp(): Chromium 79"],
  [/\d(d|s|l)v[hw]\b/, "dvh and its like: Chromium 108"],
  [/(^|;)place-(items|self|content):/, "place-items: Safari 11 to 12, and not alike; align- and justify-"],
  [/color-mix\(|oklch\(|\blight-dark\(/, "colours of 2023"],
  [/(^|;)overflow(-[xy])?:clip/, "overflow: clip: Chromium 90"],
];

const found = (name, rules, text) =>
  rules.flatMap(([pattern, reason]) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [`${name}: ${reason}: …${text.slice(Math.max(0, at - 30), at + 30).replace(/\s+/g, " ")}…`];
  });

const beyondCss = (name, text) => [
  ...found(name, [[/@(layer|container|scope|property)\b/, "@layer, @container: Chromium 99, 105"]], text),
  ...[...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector, body]) => [
    ...found(name, declarations, body),
    // A browser drops the whole rule for one selector that it does not know.
    ...(selector.includes(",")
      ? selectors.flatMap(([one, since]) =>
          selector.includes(one) ? [`${name}: ${one} (${since}) needs a rule of its own: ${selector}`] : [],
        )
      : []),
  ]),
];

const beyondScript = (name, text) => {
  const rules = ofStaff.test(name)
    ? syntax
    : ofOfficials.test(name)
      ? [...syntax, ...calls.filter(([, reason]) => !theirs.test(reason))]
      : [...syntax, ...calls];
  return found(name, rules, text);
};

/** What of a built file the browsers do not know: one line each. */
export const beyondReach = (name, text) => {
  if (name.endsWith(".css")) return ofStaff.test(name) ? [] : beyondCss(name, text);
  if (name.endsWith(".js")) return beyondScript(name, text);
  return [
    ...[...text.matchAll(/<style>(.*?)<\/style>/gs)].flatMap(([, style]) => beyondCss(name, style)),
    ...[...text.matchAll(/<script>(.*?)<\/script>/gs)].flatMap(([, script]) => beyondScript(name, script)),
  ];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2);
  const checked = files.length
    ? files.flatMap((file) => beyondReach(basename(file), readFileSync(file, "utf8")))
    : beyondReach(process.env.REACH_NAME, readFileSync(0, "utf8"));
  console.log(checked.join("\n"));
  process.exitCode = checked.length ? 1 : 0;
}
