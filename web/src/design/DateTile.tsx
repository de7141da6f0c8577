import { numbers } from "../shell/format";
import { language } from "../shell/texts";

/** A day as a leaf of a calendar. */
export const DateTile = ({ at }: { at: string }) => {
  const [, month, day] = numbers(at);
  return (
    <span class="date">
      {month}
      {language() === "zh" ? "月" : "월"}
      <b>{day}</b>
    </span>
  );
};
