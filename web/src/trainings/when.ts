// Days and hours as they are said here; Beijing time, wherever the phone thinks it is.
import { hour } from "../shell/format";
import { language } from "../shell/texts";
import type { Session } from "./types";

const timeZone = "Asia/Shanghai";
const tongue = () => (language() === "ko" ? "ko-KR" : "zh-CN");

export const dayOf = (instant: string) =>
  new Date(instant).toLocaleDateString(tongue(), { timeZone, month: "long", day: "numeric", weekday: "short" });

export const momentOf = (instant: string) => `${dayOf(instant)} ${hour(instant)}`;

export const spanOf = ({ startsAt, endsAt }: Session) =>
  `${momentOf(startsAt)}–${dayOf(startsAt) === dayOf(endsAt) ? hour(endsAt) : momentOf(endsAt)}`;
