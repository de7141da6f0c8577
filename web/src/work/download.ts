import { Refusal, Unreached } from "../shell/api";
import { token } from "../shell/session";
import { language } from "../shell/texts";

/** Saves a file that only those who are signed in may have. */
export const download = async (path: string, name: string) => {
  const response = await fetch(path, { headers: { Authorization: `Bearer ${token()}`, "Accept-Language": language() } }).catch(() => {
    throw new Unreached();
  });
  if (response.status >= 500 || response.status === 429) throw new Unreached();
  if (!response.ok) {
    const problem = await response.json();
    throw new Refusal(response.status, problem.code, problem.detail);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
