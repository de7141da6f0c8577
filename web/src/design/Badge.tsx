import type { ComponentChildren } from "preact";

export type Tone = "good" | "warm" | "bad" | "quiet";

/** The state of something, in a word or two. The word says it; the colour only repeats it. */
export const Badge = ({ tone = "good", children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`chip ${tone}`}>{children}</span>
);
