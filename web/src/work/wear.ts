/** Adds the style of a part to the page's. Rules added by a script need no hash in the page's policy. */
export const wear = (style: string) => {
  const sheet = document.styleSheets[0]!;
  const parsed = document.implementation.createHTMLDocument("").createElement("style");
  parsed.textContent = style;
  parsed.ownerDocument.head.append(parsed);
  for (const rule of parsed.sheet!.cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
};
