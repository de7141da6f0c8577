// Sends a file to storage, block by block, over whatever network there is.
import { Refusal, Unreached } from "../../shell/api";
import { longer, networkOr } from "../../work/network";
import { checksumOf, end, idOf, listOf, staged, type Piece } from "./blocks";
import { Lost, put, Rejected } from "./put";
import type { Target } from "./types";

/** What it waits for: the network, or storage, which has said no. */
export type Waiting = "network" | "storage" | null;

export interface Progress {
  sent: number;
  total: number;
  waiting: Waiting;
  bytesPerSecond: number;
}

const first = 256 * 1024; // bytes
const least = 64 * 1024;
const takes = 8; // s: a block as large as the network carries in this time, so that an interruption costs no more
const mostRefusals = 6; // in a row: the first may be an outdated URL, or a byte that changed on its way

/** The file cannot be read any more: it was changed, or the phone has taken it back. */
export class Unreadable extends Error {}

/**
 * Sends what is missing and puts it together.
 * @param renew Gives a fresh URL and what is staged; storage's no and lost answers lead back to it.
 */
export const send = async (
  file: File,
  mark: string,
  renew: () => Promise<Target>,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> => {
  let [size, speed, pause, refusals] = [first, 0, 1000, 0];
  let target: Target | null = null;
  let pieces: Piece[] = [];
  const report = (sent: number, waiting: Waiting = null) => tell({ sent, total: file.size, waiting, bytesPerSecond: speed });
  for (;;) {
    try {
      if (!target) {
        target = await renew();
        pieces = staged(target.staged, mark);
      }
      for (let at = end(pieces); at < file.size; at = end(pieces)) {
        report(at);
        const piece = { mark, offset: at, size: Math.min(size, target.blockBytes, file.size - at) };
        const started = performance.now();
        await putBlock(target.url, file, piece, signal, (bytes) => report(at + bytes));
        pieces = [...pieces, piece];
        speed = piece.size / Math.max(0.001, (performance.now() - started) / 1000);
        size = Math.round(Math.max(least, Math.min(speed * takes, size * 4, target.blockBytes)));
        [pause, refusals] = [1000, 0];
      }
      report(file.size);
      await put(
        `${target.url}&comp=blocklist`,
        listOf(pieces),
        { "Content-Type": "text/plain; charset=utf-8", "x-ms-blob-content-type": "video/mp4" },
        signal,
      );
      return;
    } catch (problem) {
      if (signal.aborted || problem instanceof Refusal || problem instanceof Unreadable) throw problem;
      if (!(problem instanceof Lost || problem instanceof Rejected || problem instanceof Unreached)) throw problem;
      if (problem instanceof Rejected && ++refusals === mostRefusals) throw problem;
      if (!(problem instanceof Lost)) target = null;
      size = Math.max(least, Math.round(size / 2));
      report(end(pieces), problem instanceof Rejected ? "storage" : "network");
      await networkOr(pause, signal);
      pause = longer(pause);
    }
  }
};

const putBlock = async (url: string, file: File, piece: Piece, signal: AbortSignal, onProgress: (bytes: number) => void) => {
  // One block in memory at a time.
  const bytes = new Uint8Array(
    await new Response(file.slice(piece.offset, piece.offset + piece.size)).arrayBuffer().catch(() => {
      throw new Unreadable();
    }),
  );
  await put(
    `${url}&comp=block&blockid=${encodeURIComponent(idOf(piece))}`,
    bytes,
    { "Content-MD5": checksumOf(bytes) },
    signal,
    onProgress,
  );
};

export const sendPoster = async (poster: Blob, renew: () => Promise<Target>, signal: AbortSignal): Promise<void> => {
  for (let [pause, refusals] = [1000, 0]; ; pause = longer(pause)) {
    try {
      const {
        poster: { url },
      } = await renew();
      return await put(url, poster, { "Content-Type": "image/jpeg", "x-ms-blob-type": "BlockBlob" }, signal);
    } catch (problem) {
      if (signal.aborted || !(problem instanceof Lost || problem instanceof Rejected || problem instanceof Unreached)) throw problem;
      if (problem instanceof Rejected && ++refusals === mostRefusals) throw problem;
      await networkOr(pause, signal);
    }
  }
};
