// The poster: a picture of the film, made in the browser.
const most = 100_000; // bytes
const widths = [720, 540, 400, 280]; // px
const qualities = [0.85, 0.7, 0.55, 0.4];

/** A JPEG that is small enough, as good as it can be. */
export const jpegOf = async (picture: HTMLVideoElement | ImageBitmap): Promise<Blob> => {
  const [width, height] = "videoWidth" in picture ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  for (const longest of widths) {
    const scale = Math.min(1, longest / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of qualities) {
      const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/jpeg", quality));
      if (blob && blob.size <= most) return blob;
    }
  }
  throw new Error("no JPEG");
};
