// Reading QR codes: by the browser where it can, else by a library that only scanners fetch, a part of its own.
import { arrive } from "../../shell/pages";

export type Picture = HTMLVideoElement | ImageBitmap;
export type Decode = (picture: Picture) => Promise<string | null>;

interface Detector {
  detect(picture: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;
declare const estation: { qr?: (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null };

const widest = 960; // px: more only costs time

/** People hold a ticket before the middle, and its squares are small: better that part as it is than all of it made smaller. */
const middleOf = (width: number, height: number) => {
  const side = Math.min(width, height);
  return [(width - side) / 2, (height - side) / 2, side, side] as const;
};

let prepared: Promise<Decode> | undefined;

/** Fetches what is needed; again after it could not be. */
export const prepare = () =>
  (prepared ??= make().catch((problem) => {
    prepared = undefined;
    throw problem;
  }));

const make = async (): Promise<Decode> => {
  if (
    typeof BarcodeDetector !== "undefined" &&
    (await BarcodeDetector.getSupportedFormats().catch((): string[] => [])).includes("qr_code")
  ) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
  }
  await arrive("qr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  return async (picture) => {
    const [left, top, width, height] =
      "videoWidth" in picture ? middleOf(picture.videoWidth, picture.videoHeight) : [0, 0, picture.width, picture.height];
    if (!width || !height) return null;
    const scale = Math.min(1, widest / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
    return estation.qr!(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data || null;
  };
};
