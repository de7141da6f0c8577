// A file as blocks. Each is named by the file's mark, where it begins and how long it is: what is staged tells by itself of which file it
// is and what is missing, on any phone, with nothing kept.
import { md5 } from "@noble/hashes/legacy.js";
import type { Block } from "./types";

export interface Piece {
  mark: string;
  offset: number;
  size: number;
}

const sample = 64 * 1024; // bytes at either end
const pattern = /^([0-9a-f]{16})-(\d{12})-(\d{8})$/;

/** Tells a file from others without reading it: its size, its beginning and its end. */
export const markOf = async (file: Blob): Promise<string> => {
  const ends = new Blob([String(file.size), file.slice(0, sample), file.slice(Math.max(0, file.size - sample))]);
  return [...md5(new Uint8Array(await new Response(ends).arrayBuffer()))]
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
};

export const idOf = ({ mark, offset, size }: Piece) => btoa(`${mark}-${String(offset).padStart(12, "0")}-${String(size).padStart(8, "0")}`);

const pieceOf = ({ id, size }: Block): Piece | null => {
  try {
    const [, mark, offset, named] = pattern.exec(atob(id)) ?? [];
    return mark && Number(named) === size ? { mark, offset: Number(offset), size } : null;
  } catch {
    return null; // somebody else's block
  }
};

/** The pieces from the beginning on, without a gap. */
export const staged = (blocks: Block[], mark: string): Piece[] => {
  const known = blocks.map(pieceOf).filter((piece): piece is Piece => piece?.mark === mark);
  const pieces: Piece[] = [];
  for (let at = 0; ; at += pieces[pieces.length - 1]!.size) {
    const next = known.filter(({ offset }) => offset === at).sort((a, b) => b.size - a.size)[0];
    if (!next) return pieces;
    pieces.push(next);
  }
};

/** The marks of the files that blocks are staged of. */
export const marksIn = (blocks: Block[]) => [
  ...new Set(
    blocks
      .map(pieceOf)
      .filter((piece): piece is Piece => piece !== null)
      .map(({ mark }) => mark),
  ),
];

export const end = (pieces: Piece[]) => pieces.reduce((sum, { size }) => sum + size, 0);

export const checksumOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...md5(bytes)));

export const listOf = (pieces: Piece[]) =>
  `<?xml version="1.0" encoding="utf-8"?><BlockList>${pieces.map((piece) => `<Latest>${idOf(piece)}</Latest>`).join("")}</BlockList>`;
