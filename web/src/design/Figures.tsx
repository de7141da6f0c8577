import type { ComponentChildren } from "preact";

/** A few numbers that matter, each with what it counts. */
export const Figures = ({ of: figures }: { of: readonly (readonly [name: string, value: ComponentChildren])[] }) => (
  <dl class="figures">
    {figures.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
