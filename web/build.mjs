// Bundles the front into a few precompressed files: node build.mjs [output folder].
// The first page is one HTML file with its style and script inside: on a slow network every further request costs more than its bytes.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const out = process.argv[2] ?? "dist";
const here = import.meta.dirname;

const bundle = async (entry, options = {}) => {
  const result = await build({
    entryPoints: [join(here, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2019",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    charset: "utf8",
    ...options,
  });
  return result.outputFiles[0].text.trim();
};

const put = async (name, text) => {
  const bytes = Buffer.from(text);
  await writeFile(join(out, name), bytes);
  await writeFile(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(join(out, `${name}.br`), brotliCompressSync(bytes, { params: quality }));
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const [template, script, style] = await Promise.all([
  readFile(join(here, "src", "index.html"), "utf8"),
  bundle("main.tsx"),
  bundle("app.css", { loader: { ".css": "css" } }),
]);
const page = template
  .replace(/>\s+</g, "><")
  .replace("/*style*/", () => style)
  .replace("/*script*/", () => script.replaceAll("</script", "<\\/script"));
await put("index.html", page);

// The worker's text changes with the page, so that browsers notice a new version.
const worker = await bundle("worker.ts", { define: { PAGE_VERSION: JSON.stringify(createHash("sha256").update(page).digest("hex").slice(0, 12)) } });
await put("worker.js", worker);
