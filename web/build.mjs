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

/** An icon is one path: its circles, boxes and lines are drawn as paths, and each part begins where it says itself. */
const drawn = {
  path: ({ d }) => {
    const [moved, x, y] = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)/.exec(d) ?? [""];
    if (!moved) return d;
    const rest = d.slice(moved.length);
    return `M${x} ${y}${/^[\s,]*[-\d.]/.test(rest) ? "l" : ""}${rest}`; // what follows a first point is relative to it
  },
  circle: ({ cx, cy, r }) => `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  ellipse: ({ cx, cy, rx, ry }) => `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`,
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points}`,
  polygon: ({ points }) => `M${points}z`,
  rect: ({ x = 0, y = 0, width, height, rx = 0 }) => {
    const [r, w, h] = [Number(rx), width - 2 * rx, height - 2 * rx];
    const turn = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : "");
    return `M${Number(x) + r} ${y}h${w}${turn(r, r)}v${h}${turn(-r, r)}h${-w}${turn(-r, -r)}v${-h}${turn(r, -r)}`;
  },
};
const icons = {
  name: "icons",
  setup({ onLoad }) {
    onLoad({ filter: /\.svg$/ }, async ({ path }) => {
      const [, inside] = /<svg[^>]*>(.*)<\/svg>/s.exec(await readFile(path, "utf8"));
      const contents = [...inside.matchAll(/<(\w+)([^>]*)>/g)]
        .map(([, tag, all]) =>
          drawn[tag](Object.fromEntries([...all.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))),
        )
        .join("");
      return { contents, loader: "text" };
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

const put = async (name, content) => {
  if (typeof content === "string") beyond.push(...beyondReach(name, content));
  const bytes = Buffer.from(content);
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
  .replace(/>\s+/g, ">")
  .replace(/\s+</g, "<")
  .replace(/\*\/\s+/g, "*/")
  .replace("/*style*/", () => style)
  .replace("/*early*/", () => early)
  .replace("/*old*/", () => old)
  .replace("/*script*/", () => script.replaceAll("</script", "<\\/script"));
await put("index.html", page);
await put("manifest.webmanifest", await readFile(join(source, "design", "manifest.json"), "utf8"));
for (const icon of await readdir(join(source, "design", "app"))) await put(icon, await readFile(join(source, "design", "app", icon)));

// The worker's text changes with the page, so that browsers notice a new version.
await put(
  "worker.js",
  await bundle("worker.ts", {
    define: {
      PAGE_VERSION: JSON.stringify(versionOf(page)),
      PART_FILES: JSON.stringify(Object.values(parts)),
      FIRST_FILES: JSON.stringify([parts.home, parts.contests]),
    },
  }),
);

// The gallery of the design is for the local host alone (its /local/design): it is beside the site, not in it.
const [frame, gallery] = await Promise.all([
  readFile(join(source, "gallery", "index.html"), "utf8"),
  bundle(join("gallery", "main.tsx"), { define: { PART_FILES: "{}" } }),
]);
await mkdir(join(out, "local"));
await writeFile(
  join(out, "local", "design.html"),
  frame.replace("/*style*/", () => style).replace("/*script*/", () => gallery.replaceAll("</script", "<\\/script")),
);

if (beyond.length) throw new Error(`Not for the browsers that farmers have:\n${beyond.join("\n")}`);
