// Bundles the front into a few precompressed files: node build.mjs [output folder].
// The first page is one HTML file with its style and script inside: on a slow network every further request costs more than its bytes.
// What not everybody needs is in parts (src/parts), files of their own, named after what is in them so that browsers may keep them for
// good.
import { build, transform } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, parse } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { beyondReach, targets } from "./reach.mjs";

const out = process.argv[2] ?? "dist";
const source = join(import.meta.dirname, "src");
const beyond = []; // what old browsers do not know

/** Old browsers know the global object by this name alone. */
const names = { globalThis: "self" };

/** The style of a part is text to its script, for the same browsers as the page's. */
const styles = {
  name: "styles",
  setup({ onLoad, initialOptions }) {
    if (initialOptions.loader[".css"] !== "text") return;
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: targets });
      beyond.push(...beyondReach(basename(path), code));
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** An icon is what is inside its svg element; see design/Icon.tsx. */
const icons = {
  name: "icons",
  setup({ onLoad }) {
    onLoad({ filter: /\.svg$/ }, async ({ path }) => {
      const [, inside] = /<svg[^>]*>(.*)<\/svg>/s.exec(await readFile(path, "utf8"));
      return { contents: inside.replace(/\s+/g, " ").replace(/> </g, "><").replace(/ \/>/g, "/>").trim(), loader: "text" };
    });
  },
};

const bundle = async (entry, { define, plugins = [], ...options } = {}) => {
  const result = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: targets,
    supported: { destructuring: true, "template-literal": true }, // esbuild counts rare bugs of Safari 12 against them
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } }, // fields are assigned: old browsers need no helper for that
    define: { ...names, ...define },
    plugins: [styles, icons, ...plugins],
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    charset: "utf8",
    loader: { ".css": "text" },
    ...options,
  });
  return result.outputFiles[0].text.trim();
};

/** The names that a module exports. */
const offeredBy = async (entry) => {
  const { metafile } = await build({
    entryPoints: [join(source, entry)],
    write: false,
    metafile: true,
    format: "esm",
    outdir: out,
    loader: { ".ts": "ts" },
  });
  return Object.values(metafile.outputs)[0].exports;
};

/** What parts may take from the page, by the name of the module there. */
const offered = { preact: await offeredBy("preact.ts") };
for (const file of await readdir(join(source, "shell"))) offered[parse(file).name] = await offeredBy(join("shell", file));

/** Parts take what the page has already from the page: see main.tsx. */
const shared = {
  name: "shared",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^preact(\/|$)/ }, () => ({ path: "preact", namespace: "shared" }));
    onResolve({ filter: /\/shell\// }, ({ path }) => ({ path: basename(path), namespace: "shared" }));
    onLoad({ filter: /./, namespace: "shared" }, ({ path }) => ({
      contents: `export const {${offered[path]}} = globalThis.estation.${path};`,
    }));
  },
};

const put = async (name, text) => {
  beyond.push(...beyondReach(name, text));
  const bytes = Buffer.from(text);
  await writeFile(join(out, name), bytes);
  await writeFile(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(join(out, `${name}.br`), brotliCompressSync(bytes, { params: quality }));
};

const versionOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const parts = {};
for (const entry of await readdir(join(source, "parts"))) {
  const text = await bundle(join("parts", entry), { plugins: [shared] });
  const { name } = parse(entry);
  parts[name] = `/${name}.${versionOf(text)}.js`;
  await put(parts[name].slice(1), text);
}

const es5 = async (name) => (await transform(await readFile(join(source, name), "utf8"), { minify: true, target: "es5" })).code.trim();
const [template, early, old, script, style] = await Promise.all([
  readFile(join(source, "index.html"), "utf8"),
  es5("early.js"),
  es5("old.js"),
  bundle("main.tsx", { define: { PART_FILES: JSON.stringify(parts) } }),
  bundle("app.css", { loader: { ".css": "css" } }),
]);
const page = template
  .replace(/>\s+</g, "><")
  .replace("/*style*/", () => style)
  .replace("/*early*/", () => early)
  .replace("/*old*/", () => old)
  .replace("/*script*/", () => script.replaceAll("</script", "<\\/script"));
await put("index.html", page);
await put("manifest.webmanifest", await readFile(join(source, "design", "manifest.json"), "utf8"));
await put("icon.svg", await readFile(join(source, "design", "icon.svg"), "utf8"));

// The worker's text changes with the page, so that browsers notice a new version.
await put(
  "worker.js",
  await bundle("worker.ts", {
    define: {
      PAGE_VERSION: JSON.stringify(versionOf(page)),
      PART_FILES: JSON.stringify(Object.values(parts)),
      CONTESTS_FILE: JSON.stringify(parts.contests),
    },
  }),
);

if (beyond.length) throw new Error(`Not for the browsers that farmers have:\n${beyond.join("\n")}`);
