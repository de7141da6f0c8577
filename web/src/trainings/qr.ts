import { encode } from "uqr";

const dot = 6; // pixels: sharp on every screen, small enough to keep
const quiet = 4; // dots, as the standard asks

/** A QR code as a picture that phones can save. */
export const qrPicture = (text: string): string => {
  const { data, size } = encode(text, { ecc: "L", border: quiet });
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * dot;
  const draw = canvas.getContext("2d")!;
  draw.fillStyle = "#fff";
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.fillStyle = "#000";
  data.forEach((row, y) => row.forEach((dark, x) => dark && draw.fillRect(x * dot, y * dot, dot, dot)));
  return canvas.toDataURL();
};
