import { useEffect, useState } from "preact/hooks";
import { useCamera } from "./useCamera";
import { keepParts } from "../../work/keepParts";
import { prepare } from "./decoder";
import { say } from "./texts";

const codeIn = async (photo: File) => {
  const picture = await createImageBitmap(photo);
  const text = await (await prepare())(picture);
  picture.close();
  return text;
};

/** Codes before the camera; or in photos, where a page may not have the camera. */
export const Camera = ({ onCode }: { onCode: (text: string) => void }) => {
  const { video, open, failed, toggle } = useCamera(onCode);
  const [empty, setEmpty] = useState(false);
  // While there is a network: it may be gone when the first ticket comes.
  useEffect(() => {
    prepare()
      .then(keepParts)
      .catch(() => undefined);
  }, []);
  const read = async (input: HTMLInputElement) => {
    const photo = input.files?.[0];
    input.value = "";
    if (!photo) return;
    const text = await codeIn(photo).catch(() => null);
    setEmpty(!text);
    if (text) onCode(text);
  };
  return (
    <div class="scanner">
      <video ref={video} hidden={!open} muted playsInline aria-label={say("aim")} />
      <button type="button" class="main" onClick={toggle}>
        {say(open ? "closeCamera" : "openCamera")}
      </button>
      {open && <p class="soft">{say("aim")}</p>}
      {failed && (
        <p class="note bad" role="alert">
          {say(failed)}
        </p>
      )}
      <label class="button">
        {say("photo")}
        <input class="sr" type="file" accept="image/*" capture="environment" onChange={(event) => void read(event.currentTarget)} />
      </label>
      {empty && (
        <p class="note bad" role="alert">
          {say("noCode")}
        </p>
      )}
    </div>
  );
};
