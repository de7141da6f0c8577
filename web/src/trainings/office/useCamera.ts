import { useEffect, useRef, useState } from "preact/hooks";
import { prepare } from "./decoder";

const between = 150; // ms: a cheap phone needs as long for one picture
const staysFor = 3000; // ms: a ticket held before the camera is one scan
const unready = new Error("no reader");

/** The camera at the back, looking for codes as long as it is open. */
export const useCamera = (onCode: (text: string) => void) => {
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onCode);
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState<"noCamera" | "noReader" | null>(null);
  tell.current = onCode;

  useEffect(() => {
    if (!open) return;
    let current = true;
    let stream: MediaStream | undefined;
    const look = async () => {
      const decode = await prepare().catch(() => {
        throw unready;
      });
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
      video.current!.srcObject = stream;
      await video.current!.play();
      let [last, seenAt] = ["", 0];
      while (current) {
        const text = await decode(video.current!).catch(() => null);
        if (text && current && (text !== last || Date.now() - seenAt > staysFor)) tell.current(text);
        if (text) [last, seenAt] = [text, Date.now()];
        await new Promise((resume) => setTimeout(resume, between));
      }
    };
    look()
      .catch((problem) => {
        if (current) {
          setFailed(problem === unready ? "noReader" : "noCamera");
          setOpen(false);
        }
      })
      .finally(() => stream?.getTracks().forEach((track) => track.stop()));
    return () => {
      current = false;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [open]);

  return {
    video,
    open,
    failed,
    toggle: () => {
      setFailed(null);
      setOpen(!open);
    },
  };
};
