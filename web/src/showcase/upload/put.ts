// Requests to storage, with progress.

/** Storage answered, and not with yes. */
export class Rejected extends Error {
  constructor(readonly status: number) {
    super(String(status));
  }
}

/** The network did not carry it. */
export class Lost extends Error {}

const silence = 20_000; // ms without a byte moving

export const put = (
  url: string,
  body: Uint8Array<ArrayBuffer> | Blob | string,
  headers: Record<string, string>,
  signal: AbortSignal,
  onProgress?: (bytes: number) => void,
) =>
  new Promise<void>((done, failed) => {
    const request = new XMLHttpRequest();
    let timer = 0;
    const stir = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), silence) as unknown as number;
    };
    const leave = () => request.abort();
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", leave);
      settle();
    };
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => {
      stir();
      onProgress?.(loaded);
    };
    request.onload = () => finish(() => (request.status < 300 ? done() : failed(new Rejected(request.status))));
    request.onerror = () => finish(() => failed(new Lost()));
    request.onabort = () => finish(() => failed(signal.aborted ? signal.reason : new Lost()));
    signal.addEventListener("abort", leave);
    stir();
    request.send(body);
  });
