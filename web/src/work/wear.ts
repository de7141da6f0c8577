const ruleOf = /[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g; // at most one level inside another, as in @media

/** Adds the style of a part to the page's. Rules that a script adds one by one need no hash in the page's policy; a style element would, even unseen. */
export const wear = (style: string) => {
  const sheet = document.styleSheets[0]!;
  for (const rule of style.match(ruleOf) ?? [])
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
    } catch {
      // A selector of tomorrow; the others are worn.
    }
};
