/** An icon of the set in icons/, which the build makes into one path. What it says stands beside it in words, or in `name`. */
export const Icon = ({ of, name }: { of: string; name?: string }) => (
  <svg class="i" viewBox="0 0 24 24" role={name ? "img" : undefined} aria-label={name} aria-hidden={name ? undefined : "true"}>
    <path d={of} />
  </svg>
);
