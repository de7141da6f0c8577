// A proof of work that a busy address is asked for: an answer so that SHA-256(nonce + answer) begins with so many zero bits. Pages over
// plain HTTP have no crypto.subtle; nonce and answer fit in one block, so this hashes one block and nothing else.
import type { Proof } from "../contract";

export type { Proof } from "../contract";

const slice = 40; // ms: then the page may draw and react
const batch = 256; // tries between looks at the clock

/** Powers of primes give SHA-256 its constants: the first 32 bits of their fractions. */
const constants = (power: number, count: number) => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; d++) prime = n % d > 0;
    if (prime) found.push((n ** power % 1) * 4294967296);
  }
  return Int32Array.from(found, (value) => value | 0);
};
const start = constants(1 / 2, 8);
const rounds = constants(1 / 3, 64);
const w = new Int32Array(64);

/** The first 32 bits of the hash of a block that is already in w. */
const hash = () => {
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    w[i] =
      (w[i - 16]! +
        (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
        w[i - 7]! +
        (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) |
      0;
  }
  let a = start[0]!;
  let b = start[1]!;
  let c = start[2]!;
  let d = start[3]!;
  let e = start[4]!;
  let f = start[5]!;
  let g = start[6]!;
  let h = start[7]!;
  for (let i = 0; i < 64; i++) {
    const one =
      (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0;
    const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return (a + start[0]!) | 0;
};

const put = (text: string) => {
  w.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) w[i >> 2]! |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  w[text.length >> 2]! |= 0x80 << (24 - 8 * (text.length & 3));
  w[15] = 8 * text.length;
};

/** Zero bits at the beginning of SHA-256(text), as far as 32; of at most 55 ASCII characters. */
export const zeros = (text: string) => {
  put(text);
  return Math.clz32(hash());
};

/** Solves a proof bit by bit of time, so that the page stays usable. */
export const solve = async ({ nonce, bits }: Proof): Promise<{ nonce: string; answer: string }> => {
  for (let number = 0; ;) {
    const end = Date.now() + slice;
    do {
      for (const last = number + batch; number < last; number++) {
        const answer = number.toString(36);
        if (zeros(nonce + answer) >= bits) return { nonce, answer };
      }
    } while (Date.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
};
