// SHA-256 of bytes, in plain code: pages over HTTP and old browsers have no crypto.subtle, and whoever checks the draw can read it here.
const fractions = (power: number, count: number) => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; d++) prime = n % d > 0;
    if (prime) found.push(((n ** power % 1) * 4294967296) | 0);
  }
  return found;
};
const start = fractions(1 / 2, 8);
const rounds = fractions(1 / 3, 64);

const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by));

const padded = (bytes: Uint8Array) => {
  const block = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, Math.floor(bytes.length / 536870912));
  view.setUint32(block.length - 4, (bytes.length << 3) >>> 0);
  return view;
};

/** In lower-case hexadecimal. */
export const sha256 = (content: Uint8Array | string) => {
  const view = padded(typeof content === "string" ? new TextEncoder().encode(content) : content);
  const state = start.slice();
  const w: number[] = [];
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = view.getInt32(at + 4 * i);
        continue;
      }
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      w[i] = (w[i - 16]! + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7]! + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (state[i]! + value) | 0));
  }
  return state.map((value) => (value >>> 0).toString(16).padStart(8, "0")).join("");
};
