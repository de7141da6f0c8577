// Files that were chosen on this page, and what the phone remembers of them: a page that was closed has to ask for the file again.
import { forget, keep, recallJson } from "../../shell/memory";

export interface Chosen {
  file: File;
  poster: Blob | null;
}
export interface Remembered {
  name: string;
  size: number;
  modified: number;
}

const chosen = new Map<string, Chosen>();
const keyOf = (video: string) => `upload.${video}`;

export const choose = (video: string, what: Chosen) => {
  chosen.set(video, what);
  const { name, size, lastModified } = what.file;
  keep(keyOf(video), JSON.stringify({ name, size, modified: lastModified } satisfies Remembered));
};

export const chosenFor = (video: string) => chosen.get(video) ?? null;

export const remembered = (video: string) => recallJson<Remembered>(keyOf(video));

export const forgetChosen = (video: string) => {
  chosen.delete(video);
  forget(keyOf(video));
};
