import { count, sharp, short, spaced, ticks } from "./scale";
import { Figure } from "./Figure";
import { say } from "./texts";

const height = 220;
const top = 22;
const bottom = 28;

/** How many had each value, from the least to the greatest. */
export const Columns = ({
  title,
  heads,
  bars,
}: {
  title: string;
  heads: [string, string];
  bars: { name: string; value: number; marked?: boolean }[];
}) => (
  <Figure
    title={title}
    draw={(width) => <Drawing width={width} title={title} bars={bars} />}
    table={
      <table>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col" class="n">
              {heads[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="n">{count(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    }
  />
);

const Drawing = ({ width, title, bars }: { width: number; title: string; bars: { name: string; value: number; marked?: boolean }[] }) => {
  const steps = ticks(Math.max(0, ...bars.map(({ value }) => value)));
  const most = steps[steps.length - 1]!;
  const left = 10 + 8 * Math.max(...steps.map((step) => short(step).length));
  const each = (width - left) / bars.length;
  const y = (value: number) => Math.round(height - bottom - (value / most) * (height - bottom - top));
  const written = spaced(bars.length, width - left, 30);
  return (
    <svg class="chart" role="img" aria-label={say("picture", title)} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {steps.map((step) => (
        <g key={step}>
          <line class={step === 0 ? "axis" : "rule"} x1={left} x2={width} y1={sharp(y(step))} y2={sharp(y(step))} />
          <text class="tick" x={left - 6} y={y(step) + 4} text-anchor="end">
            {short(step)}
          </text>
        </g>
      ))}
      {bars.map(({ name, value, marked }, at) => {
        const [x, wide] = [Math.round(left + at * each + each * 0.15), Math.max(1, Math.round(each * 0.7))];
        return (
          <g key={name}>
            <rect
              class={marked ? "column marked" : "column"}
              x={x}
              y={y(value)}
              width={wide}
              height={Math.max(0, height - bottom - y(value))}
            >
              <title>{`${name}: ${count(value)}`}</title>
            </rect>
            {each > 30 && value > 0 && (
              <text class="tick" x={x + wide / 2} y={y(value) - 6} text-anchor="middle">
                {short(value)}
              </text>
            )}
            {written(at) && (
              <text class="tick" x={x + wide / 2} y={height - 8} text-anchor="middle">
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};
