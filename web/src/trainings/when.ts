// Days and hours as they are said here; Beijing time, wherever the phone thinks it is.
import { language } from "../shell/texts";
import type { Session } from "./types";

const timeZone = "Asia/Shanghai";
const tongue = () => (language() === "ko" ? "ko-KR" : "zh-CN");

export const dayOf = (instant: string) =>
  new Date(instant).toLocaleDateString(tongue(), { timeZone, month: "long", day: "numeric", weekday: "short" });

const clock = (instant: string) =>
  new Date(instant).toLocaleTimeString("zh-CN", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const momentOf = (instant: string) => `${dayOf(instant)} ${clock(instant)}`;

export const spanOf = ({ startsAt, endsAt }: Session) =>
  `${momentOf(startsAt)}–${dayOf(startsAt) === dayOf(endsAt) ? clock(endsAt) : momentOf(endsAt)}`;
