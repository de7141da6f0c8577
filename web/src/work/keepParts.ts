const patience = 10_000; // ms

/**
 * Puts the parts that this page has fetched into the worker's cache: those that came before the worker was there are not in it, and would be missed
 * without a network. False where the browser cannot.
 */
export const keepParts = async (): Promise<boolean> => {
  let kept = false;
  try {
    await Promise.race([navigator.serviceWorker.ready, new Promise((_, late) => setTimeout(late, patience))]);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      if (!(await cache.match("/"))) continue;
      for (const { src } of document.scripts) if (src && !(await cache.match(src))) await cache.add(src);
      kept = true;
    }
  } catch {
    return false; // no worker, no room, or no network just now
  }
  return kept;
};
