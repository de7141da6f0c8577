import { Refusal, Unreached } from "../shell/api";
import { signOut, token } from "../shell/session";
import { language } from "../shell/texts";
import type { Imported } from "./types";

export const formats = ["xlsx", "csv", "gift", "json"] as const;
export type Format = (typeof formats)[number];

export const mostBytes = 4 * 1024 * 1024;

const endings: Record<string, Format> = { xlsx: "xlsx", csv: "csv", json: "json", gift: "gift", txt: "gift" };

/** The format that a file's name speaks of. */
export const formatOf = (name: string): Format => endings[name.split(".").pop()!.toLowerCase()] ?? "xlsx";

/** Sends a file as it is; the answer says whether it made a new version. */
export const importBank = async (file: File, query: Record<string, string>): Promise<{ imported: Imported; changed: boolean }> => {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  let response: Response;
  let json: any;
  try {
    response = await fetch(`/api/question-banks?${text}`, {
      method: "POST",
      body: file,
      headers: { Authorization: `Bearer ${token()}`, "Accept-Language": language(), "Content-Type": "application/octet-stream" },
    });
    json = await response.json();
  } catch {
    throw new Unreached();
  }
  if (response.ok) return { imported: json as Imported, changed: response.status === 201 };
  if (response.status >= 500 || response.status === 429) throw new Unreached();
  if (response.status === 401) signOut();
  throw new Refusal(response.status, json.code, json.detail, json.errors);
};

/** The lines of a refusal, in their order. */
export const linesOf = (problem: Refusal) =>
  Object.entries(problem.errors)
    .flatMap(([field, reasons]) => (/^line (\d+)$/.exec(field) ? [{ line: Number(field.slice(5)), reasons }] : []))
    .sort((one, other) => one.line - other.line);
