// Whether the ticket's page itself opens without a network: it takes the page and this part in the worker's cache.
const part = (document.currentScript as HTMLScriptElement | null)?.src;
const patience = 10_000; // ms

/** Makes it so where the browser can; false where it cannot. */
export const keepThisPart = async (): Promise<boolean> => {
  try {
    await Promise.race([navigator.serviceWorker.ready, new Promise((_, late) => setTimeout(late, patience))]);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      if (!part || !(await cache.match("/"))) continue;
      if (!(await cache.match(part))) await cache.add(part);
      return true;
    }
  } catch {
    // No worker, no room, or no network just now.
  }
  return false;
};
