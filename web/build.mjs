// Bundles the front into a few precompressed files: node build.mjs [output folder].
// The first page is one HTML file with its style and script inside: on a slow network every further request costs more than its bytes.
// What not everybody needs is in parts (src/parts), files of their own, named after what is in them so that browsers may keep them for
// good.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, parse } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const out = process.argv[2] ?? "dist";
const source = join(import.meta.dirname, "src");

const bundle = async (entry, options = {}) => {
  const result = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2019",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    charset: "utf8",
    loader: { ".css": "text" },
    ...options,
  });
  return result.outputFiles[0].text.trim();
};

const offered = [...(await readFile(join(source, "preact.ts"), "utf8")).matchAll(/^export \{(.*?)\}/gm)].map(([, names]) => names).join();

/** Parts take what the page has already from the page: see main.tsx. */
const shared = {
  name: "shared",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^preact(\/|$)/ }, () => ({ path: "preact", namespace: "preact" }));
    onLoad({ filter: /./, namespace: "preact" }, () => ({ contents: `export const {${offered}} = globalThis.estation.preact;` }));
    onResolve({ filter: /\/shell\// }, ({ path }) => ({ path: basename(path), namespace: "shared" }));
    onLoad({ filter: /./, namespace: "shared" }, ({ path }) => ({
      contents: `module.exports = globalThis.estation[${JSON.stringify(path)}];`,
    }));
  },
};

const put = async (name, text) => {
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

const [template, script, style] = await Promise.all([
  readFile(join(source, "index.html"), "utf8"),
  bundle("main.tsx", { define: { PART_FILES: JSON.stringify(parts) } }),
  bundle("app.css", { loader: { ".css": "css" } }),
]);
const page = template
  .replace(/>\s+</g, "><")
  .replace("/*style*/", () => style)
  .replace("/*script*/", () => script.replaceAll("</script", "<\\/script"));
await put("index.html", page);

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
