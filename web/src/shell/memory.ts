// What the phone remembers. Browsers inside other apps may refuse storage or wipe it at any time: everything has to work without it, and
// nothing that the server has received depends on it.

const prefix = "estation.";

export const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null; // storage is switched off
  }
};

/** True when it is really kept. */
export const keep = (key: string, value: string): boolean => {
  try {
    localStorage.setItem(prefix + key, value);
    return true;
  } catch {
    return false; // switched off or full: the page says that it is not kept
  }
};

export const forget = (key: string) => {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept.
  }
};

export const recallJson = <T>(key: string): T | null => {
  try {
    return JSON.parse(recall(key) ?? "null") as T | null;
  } catch {
    return null; // half written when the battery went flat
  }
};
