// The shape of the code, to compare commits: which folders of functions/ use which, folders in cycles, lines, share of comments.
// Usage: node scripts/shape.mjs [FOLDER OF A CHECKOUT]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2] ?? ".";
const code = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(".cs") && !/(^|\/)(obj|bin|artifacts|node_modules)\//.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, folder, file), "utf8").split("\n") }));

const functions = code("functions");
const folders = [...new Set(functions.filter(({ file }) => file.includes("/")).map(({ file }) => file.split("/")[0]))].sort();
const uses = new Map(folders.map((folder) => [folder, new Map()]));
for (const { file, lines } of functions.filter((one) => one.file.includes("/"))) {
  const [folder] = file.split("/");
  for (const used of new Set(lines.map((line) => /^using (?:static )?EStation\.(\w+)/.exec(line)?.[1])))
    if (used && used !== folder && folders.includes(used)) uses.get(folder).set(used, (uses.get(folder).get(used) ?? 0) + 1);
}

for (const [folder, used] of uses)
  console.log(
    `${folder.padEnd(12)} -> ${[...used]
      .sort()
      .map(([name, files]) => `${name} ${files}`)
      .join(", ")}`,
  );

// What is left when folders that use nothing that is left are taken away is in a cycle, or uses one.
const left = new Map([...uses].map(([folder, used]) => [folder, new Set(used.keys())]));
for (let free = null; free?.length !== 0;) {
  free = [...left.keys()].filter((folder) => ![...left.get(folder)].some((used) => left.has(used)));
  free.forEach((folder) => left.delete(folder));
}

console.log(`\nin or above a cycle: ${left.size} of ${folders.length} folders`);
const central = (name) => functions.find(({ file }) => file.endsWith(name))?.lines.length;
console.log(`Composition.cs: ${central("Composition.cs")} lines, Refusal.cs: ${central("Shared/Refusal.cs")} lines`);
for (const folder of ["functions", "ledger", "host", "emulator", "tests", "tools", "benchmarks"]) {
  let files;
  try {
    files = code(folder);
  } catch {
    continue; // not in this commit
  }

  const lengths = files.map(({ lines }) => lines.length).sort((a, b) => a - b);
  const said = files.flatMap(({ lines }) => lines.map((line) => line.trim()).filter((line) => line));
  const comments = said.filter((line) => line.startsWith("//")).length;
  console.log(
    `${folder}: ${files.length} files, ${said.length} lines, comments ${((100 * comments) / said.length).toFixed(1)} %, ` +
      `median ${lengths[lengths.length >> 1]}, 90th percentile ${lengths[Math.floor(lengths.length * 0.9)]}`,
  );
}
