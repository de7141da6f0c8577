// People as they come from a sheet, a message or a keyboard.
export interface Villager {
  phone: string;
  name: string;
}

const mobile = /^1[3-9]\d{9}$/;

/** The digits of a mainland mobile number, however it was written; or what was written. */
export const phoneOf = (text: string) => {
  const digits = text
    .normalize("NFKC")
    .replace(/[\s\-()]/g, "")
    .replace(/^(\+|00)?86(?=1)/, "");
  return mobile.test(digits) ? digits : text.trim();
};

export const isPhone = (text: string) => mobile.test(phoneOf(text));

const phoneInLine = /(?:\+|00)?(?:86)?[\s-]?1[3-9]\d(?:[\s-]?\d){8}(?!\d)/;

/** A line a person: a phone, and the first of the rest that is a name. Lines without both are given back as they are. */
export const readSheet = (text: string): { people: Villager[]; rest: string[] } => {
  const people: Villager[] = [];
  const rest: string[] = [];
  for (const line of text
    .normalize("NFKC")
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const phone = phoneInLine.exec(line)?.[0];
    const name = phone && nameIn(line.replace(phone, "\t"));
    if (name) people.push({ phone: phoneOf(phone), name });
    else rest.push(line);
  }
  return { people, rest };
};

const nameIn = (line: string) => {
  const cell = line
    .split(/[\t,;、|]|\s{2,}/)
    .map((one) => one.replace(/^[\s\d.:]+/, "").trim())
    .find((one) => /\p{L}/u.test(one));
  return cell && /^[\p{sc=Han}\p{sc=Hangul}]/u.test(cell) ? cell.split(/\s/)[0] : cell;
};
