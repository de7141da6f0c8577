/** The mark: an e that is a seedling, on a field. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" fill="#0a6b3c">
    <rect width="32" height="32" rx="9" />
    <path d="M9 19h14a7 7 0 1 0-2 5" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" />
    <path d="M16 11q0-8 8-8 0 8-8 8" fill="#f3b63f" />
  </svg>
);
