/** Pages that belong together: the route and the name of each. */
export const Tabs = ({ name, at, pages }: { name: string; at: string; pages: readonly (readonly [string, string])[] }) => (
  <nav class="tabs" aria-label={name}>
    {pages.map(([route, text]) => (
      <a key={route} href={`#/${route}`} aria-current={route === at ? "page" : undefined}>
        {text}
      </a>
    ))}
  </nav>
);
