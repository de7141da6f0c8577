import { useState } from "preact/hooks";
import { say } from "./texts";
import { sizeOf } from "./size";

/** A film from the phone, or from its camera. */
export const FilePicker = ({ file, most, onFile }: { file: File | null; most: number; onFile: (file: File) => void }) => {
  const [fault, setFault] = useState("");
  const choose = (input: HTMLInputElement) => {
    const chosen = input.files?.[0];
    input.value = "";
    if (!chosen) return;
    const wrong =
      chosen.type !== "video/mp4" && !/\.mp4$/i.test(chosen.name) ? say("notMp4") : chosen.size > most ? say("tooLarge", sizeOf(most)) : "";
    setFault(wrong);
    if (!wrong) onFile(chosen);
  };
  return (
    <div>
      <div class="row">
        <label class="button">
          {say("file")}
          <input class="sr" type="file" accept="video/mp4" onChange={(event) => choose(event.currentTarget)} />
        </label>
        <label class="button">
          {say("record")}
          <input class="sr" type="file" accept="video/*" capture="environment" onChange={(event) => choose(event.currentTarget)} />
        </label>
      </div>
      {file && <p role="status">{say("fileIs", file.name, sizeOf(file.size))}</p>}
      {fault && (
        <p class="note bad" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
