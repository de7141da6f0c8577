// Installs the packages of the lock file where that has not been done, checks types, and builds. Two builds at once: one does it, the other
// waits.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const here = import.meta.dirname;
const out = process.argv[2];
const lock = join(here, "node_modules.lock");
const mark = join(here, "node_modules", ".installed");
const staleAfter = 120_000; // ms: whoever made the lock was killed
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);

mkdirSync(dirname(lock), { recursive: true });
for (;;) {
  try {
    mkdirSync(lock);
    break;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > staleAfter) rmdirSync(lock);
    else pause();
  }
}

try {
  const wanted = readFileSync(join(here, "package-lock.json"), "utf8");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== wanted) {
    execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], {
      cwd: here,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    writeFileSync(mark, wanted);
  }

  execFileSync(process.execPath, [join(here, "node_modules", "typescript", "bin", "tsc"), "--noEmit"], { cwd: here, stdio: "inherit" });
  execFileSync(process.execPath, [join(here, "build.mjs"), out], { cwd: here, stdio: "inherit" });
} finally {
  rmdirSync(lock);
}
