/** A bar in a cell beside its number: a picture of what stands there, so it needs no words of its own. */
export const Bar = ({ share, target }: { share: number; target?: number }) => (
  <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bed" width={100} height={12} />
    <rect class="fill" width={Math.min(100, Math.max(0, share * 100))} height={12} />
    {target !== undefined && <line class="target" x1={Math.min(99.5, target * 100)} x2={Math.min(99.5, target * 100)} y1={0} y2={12} />}
  </svg>
);
