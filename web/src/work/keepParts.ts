const patience = 10_000; // ms

/** Puts the parts that this page has fetched into the worker's cache: those that came before the worker was there are not in it, and would be missed without a network. */
export const keepParts = async () => {
  await Promise.race([navigator.serviceWorker?.ready, new Promise((_, late) => setTimeout(late, patience))]);
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (!(await cache.match("/"))) continue;
    for (const { src } of document.scripts) if (src && !(await cache.match(src))) await cache.add(src);
  }
};
