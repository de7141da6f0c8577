// What Preact and these pages take for granted and Chromium 64 or Safari 12 lack. reach.mjs names what else they lack.

const lend = (to: object, name: string, value: unknown) =>
  name in to || Object.defineProperty(to, name, { value, configurable: true, writable: true });

lend(self, "queueMicrotask", (act: () => void) => void Promise.resolve().then(act)); // Chromium 71, Safari 12.1

// Chromium 73, Safari 12.1
lend(Object, "fromEntries", (entries: Iterable<[string, unknown]>) => {
  const made: Record<string, unknown> = {};
  for (const [name, value] of entries) made[name] = value;
  return made;
});

// Chromium 69
lend(Array.prototype, "flatMap", function (this: unknown[], each: (one: unknown) => unknown) {
  return ([] as unknown[]).concat(...this.map(each));
});

// Chromium 66: what listens is told, though a request under way goes on. Early 64 makes no EventTarget; a fragment is one.
lend(self, "AbortController", function (this: { signal: EventTarget; abort: () => void }) {
  const signal = (this.signal = Object.assign(document.createDocumentFragment(), { aborted: false }));
  this.abort = () => {
    signal.aborted = true;
    signal.dispatchEvent(new Event("abort"));
  };
});
