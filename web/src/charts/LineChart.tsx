import { count, sharp, short, spaced, ticks } from "./scale";
import { Figure } from "./Figure";
import { say } from "./texts";

/** One line: null is a value that the public may not see. */
export interface Line {
  name: string;
  values: (number | null)[];
}

const height = 230;
const top = 14;
const bottom = 28;
const right = 28;
const letter = 7.5; // px of a digit at 13 px
const labelWidth = 62;
const markRoom = 12; // px; closer together they would be a band

/** Values over time. Lines differ in dash and mark, not in colour alone; what is hidden is a gap with a mark on the axis. */
export const LineChart = ({
  title,
  head,
  keys,
  label,
  lines,
}: {
  title: string;
  head: string;
  keys: string[];
  label: (key: string) => string;
  lines: Line[];
}) => (
  <Figure
    title={title}
    draw={(width) => <Drawing width={width} title={title} keys={keys} label={label} lines={lines} />}
    table={
      <table>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {lines.map(({ name }) => (
              <th scope="col" class="n" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key, at) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              {lines.map(({ name, values }) => (
                <td class="n" key={name}>
                  {shown(values[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    }
  />
);

const shown = (value: number | null | undefined) => (value === null || value === undefined ? say("hidden") : count(value));

const Drawing = ({
  width,
  title,
  keys,
  label,
  lines,
}: {
  width: number;
  title: string;
  keys: string[];
  label: (key: string) => string;
  lines: Line[];
}) => {
  const steps = ticks(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const most = steps[steps.length - 1]!;
  const left = Math.max(28, 10 + letter * Math.max(...steps.map((step) => short(step).length + (step >= 10_000 ? 1 : 0))));
  const x = (at: number) => (keys.length === 1 ? (left + width - right) / 2 : left + (at * (width - right - left)) / (keys.length - 1));
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - top);
  const roomy = keys.length * markRoom <= width - left - right;
  const written = spaced(keys.length, width - left, labelWidth);
  return (
    <>
      {lines.length > 1 && <Legend lines={lines} />}
      <svg class="chart" role="img" aria-label={say("picture", title)} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {steps.map((step) => (
          <g key={step}>
            <line class={step === 0 ? "axis" : "rule"} x1={left} x2={width - right} y1={sharp(y(step))} y2={sharp(y(step))} />
            <text class="tick" x={left - 6} y={y(step) + 4} text-anchor="end">
              {short(step)}
            </text>
          </g>
        ))}
        {keys.map(
          (key, at) =>
            written(at) && (
              <text key={key} class="tick" x={x(at)} y={height - 8} text-anchor="middle">
                {label(key)}
              </text>
            ),
        )}
        {lines.map(({ name, values }, nth) => (
          <g key={name} class={`line line${nth}`}>
            {runs(values).map((run) => (
              <polyline key={run[0]} points={run.map((at) => `${x(at).toFixed(1)},${y(values[at]!).toFixed(1)}`).join(" ")} />
            ))}
            {values.map((value, at) =>
              value === null ? (
                <path key={at} class="hidden" d={`M${x(at) - 4} ${y(0) - 9}l8 8m0 -8l-8 8`}>
                  <title>{`${keys[at]}: ${say("hidden")}`}</title>
                </path>
              ) : (
                (roomy || alone(values, at)) && <Mark key={at} nth={nth} x={x(at)} y={y(value)} title={`${keys[at]}: ${count(value)}`} />
              ),
            )}
          </g>
        ))}
      </svg>
    </>
  );
};

const alone = (values: (number | null)[], at: number) => (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;

/** Stretches without a gap, as places. */
const runs = (values: (number | null)[]): number[][] =>
  values
    .reduce<number[][]>(
      (all, value, at) => {
        if (value === null) all.push([]);
        else all[all.length - 1]!.push(at);
        return all;
      },
      [[]],
    )
    .filter((run) => run.length > 1);

const Mark = ({ nth, x, y, title }: { nth: number; x: number; y: number; title: string }) =>
  nth === 0 ? (
    <circle cx={x} cy={y} r={3.5}>
      <title>{title}</title>
    </circle>
  ) : (
    <rect x={x - 3.5} y={y - 3.5} width={7} height={7}>
      <title>{title}</title>
    </rect>
  );

const Legend = ({ lines }: { lines: Line[] }) => (
  <p class="legend">
    {lines.map(({ name }, nth) => (
      <span key={name}>
        <svg class="chart" width={34} height={14} aria-hidden="true">
          <g class={`line line${nth}`}>
            <polyline points="1,7 33,7" />
            <Mark nth={nth} x={17} y={7} title="" />
          </g>
        </svg>{" "}
        {name}
      </span>
    ))}
  </p>
);
