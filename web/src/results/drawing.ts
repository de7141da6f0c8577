// The draw, as docs/draw.md describes it. The server does the same in functions/Contests/Draws/LotDrawing.cs.
import { sha256 } from "./sha256";

const range = 2 ** 48;

export const seedOf = (lotsSha256: string, source: string, issue: string, value: string) =>
  sha256(`${lotsSha256}\n${source}\n${issue}\n${value}\n`);

/** The lots that are drawn, in order. */
export const draw = (seed: string, list: string[], count: number) => {
  const lots = list.slice();
  const drawn = Math.min(count, lots.length);
  let counter = 0;
  for (let at = 0; at < drawn; at++) {
    const left = lots.length - at;
    let number: number;
    do
      number = parseInt(sha256(`${seed}\n${counter++}`).slice(0, 12), 16); // the first 6 bytes
    while (number >= range - (range % left));
    const chosen = at + (number % left);
    [lots[at], lots[chosen]] = [lots[chosen]!, lots[at]!];
  }
  return lots.slice(0, drawn);
};

/** A lot's id, from the receipt of the answers that earned it. */
export const lotOf = (contest: string, receipt: string, chance = 1) => sha256(`${contest}|${receipt}|${chance}`).slice(0, 16);

export const linesOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split("\n").filter(Boolean);
