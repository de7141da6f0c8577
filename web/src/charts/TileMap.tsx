import { language } from "../shell/texts";
import { columns, counties, developmentZones, lines, type Tile } from "./counties";
import { Figure } from "./Figure";
import { say } from "./texts";
import type { ComponentChildren } from "preact";

/** What a county shows: a number between 0 and 1 for the shade, and the value as it is written. Null: it may not be seen. */
export interface Shade {
  share: number | null;
  text: string;
  name: string;
}

const gap = 2;
const shades = 5;
const widest = 660;

/** The counties as equal tiles, each with its name and its value in it: the shade says nothing that the number does not. */
export const TileMap = ({
  title,
  of,
  onPick,
  least,
  most,
  table,
}: {
  title: string;
  of: (county: string) => Shade | undefined;
  onPick: (county: string) => void;
  least: string;
  most: string;
  table: ComponentChildren;
}) => (
  <Figure
    title={title}
    class="mapped"
    table={table}
    draw={(room) => {
      const width = Math.min(room, widest);
      const side = Math.floor(width / columns);
      return (
        <>
          <svg
            class="chart map"
            role="img"
            aria-label={say("picture", title)}
            width={width}
            height={Math.ceil(lines * side)}
            viewBox={`0 0 ${width} ${Math.ceil(lines * side)}`}
          >
            <defs>
              <pattern id="hidden" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width={6} height={6} class="shade0" />
                <line x1={0} x2={0} y1={0} y2={6} class="hatch" />
              </pattern>
            </defs>
            {[...counties, ...developmentZones].map((tile) => (
              <OneTile key={tile.code} tile={tile} side={side} shade={of(tile.code)} onPick={() => onPick(tile.code)} />
            ))}
          </svg>
          <p class="legend" aria-hidden="true">
            {least}{" "}
            {Array.from({ length: shades }, (_, at) => (
              <svg key={at} class="chart" width={26} height={14}>
                <rect width={26} height={14} class={`shade${at}`} />
              </svg>
            ))}{" "}
            {most}
          </p>
        </>
      );
    }}
  />
);

const OneTile = ({ tile, side, shade, onPick }: { tile: Tile; side: number; shade: Shade | undefined; onPick: () => void }) => {
  const name = (language() === "ko" && tile.ko) || tile.zh;
  const class_ = shade?.share === null || !shade ? "unseen" : `shade${Math.min(shades - 1, Math.floor(shade.share * shades))}`;
  const size = (text: string, wished: number) => Math.min(side * wished, (side - gap - 3) / Math.max(1, lengthOf(text)));
  const [x, y, room] = [tile.column * side, Math.round(tile.row * side), side - gap];
  return (
    <g class={`tile ${class_}`} transform={`translate(${x} ${y})`} onClick={onPick}>
      <title>{`${shade?.name ?? name}: ${shade?.text ?? ""}`}</title>
      <rect width={room} height={room} rx={3} />
      <text x={room / 2} y={room * 0.45} text-anchor="middle" style={{ fontSize: size(name, 0.34) }}>
        {name}
      </text>
      <text x={room / 2} y={room * 0.84} text-anchor="middle" style={{ fontSize: size(shade?.text ?? "", 0.3) }} class="value">
        {shade?.text ?? "—"}
      </text>
    </g>
  );
};

/** In widths of a Chinese character. */
const lengthOf = (text: string) => [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.58), 0);
