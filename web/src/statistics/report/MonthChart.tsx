import { say } from "./texts";
import type { Report } from "./report";

const [height, bar, space, floor] = [90, 9, 8, 18]; // of the picture's units
const month = 2 * bar + space;

/** Two bars a month: one filled, one with an outline, so that they differ without colour. */
export const MonthChart = ({ months }: { months: Report["months"] }) => {
  const most = Math.max(1, ...months.flatMap(({ attendances, entries }) => [attendances, entries]));
  const tall = (count: number) => (count / most) * (height - 14);
  return (
    <figure>
      <svg viewBox={`0 0 ${12 * month} ${height + floor}`} role="img" aria-label={say("chart")}>
        {months.map(({ attendances, entries }, at) => {
          const left = at * month + space / 2;
          return (
            <g key={at}>
              <rect x={left} y={height - tall(attendances)} width={bar} height={tall(attendances)} class="filled" />
              <rect x={left + bar} y={height - tall(entries)} width={bar} height={tall(entries)} class="outlined" />
              <text x={left + bar} y={height + floor - 4} text-anchor="middle">
                {at + 1}
              </text>
            </g>
          );
        })}
        <path d={`M0 ${height}H${12 * month}`} class="axis" />
      </svg>
      <figcaption>
        <span class="key filled" /> {say("attendances")} <span class="key outlined" /> {say("entries")}
      </figcaption>
      <div class="wide" tabIndex={0} role="group" aria-label={say("months")}>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{say("month")}</th>
              {months.map((_, at) => (
                <th scope="col" class="n" key={at}>
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say("attendances")}</th>
              {months.map(({ attendances }, at) => (
                <td class="n" key={at}>
                  {attendances}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{say("entries")}</th>
              {months.map(({ entries }, at) => (
                <td class="n" key={at}>
                  {entries}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </figure>
  );
};
