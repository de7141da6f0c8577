const ruleOf = /[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g; // at most one level inside another, as in @media

const page = globalThis as unknown as { estation: { worn?: string } };

/**
 * Adds the style of a part to the page's, once. Rules that a script adds one by one need no hash in the page's policy; a style element
 * would, even unseen.
 */
export const wear = (style: string) => {
  const worn = page.estation.worn ?? "";
  if (worn.includes(style)) return;
  page.estation.worn = worn + style;
  const sheet = document.styleSheets[0]!;
  for (const rule of style.match(ruleOf) ?? [])
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
    } catch {
      // A selector of tomorrow; the others are worn.
    }
};
