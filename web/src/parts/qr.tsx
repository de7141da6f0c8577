// Reads QR codes, for browsers that cannot. See trainings/office/decoder.ts.
import jsQR from "jsqr";

Object.assign((globalThis as unknown as { estation: object }).estation, {
  qr: (pixels: Uint8ClampedArray, width: number, height: number) => jsQR(pixels, width, height, { inversionAttempts: "dontInvert" }),
});
