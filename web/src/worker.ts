// Keeps the page itself and its parts, so that they open without a network: contests from the start, so that an attempt can be gone on
// with; others once they were used. Data always come from the server.
declare const PAGE_VERSION: string;
declare const PART_FILES: string[];
declare const CONTESTS_FILE: string;
declare const self: ServiceWorkerGlobalScope;

const cacheName = `page-${PAGE_VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const [cache, used] = [await caches.open(cacheName), await partsInUse()];
      await cache.addAll(["/", CONTESTS_FILE, ...PART_FILES.filter((file) => file !== CONTESTS_FILE && used.includes(nameOf(file)))]);
      await self.skipWaiting();
    })(),
  );
});

/** Parts that were kept of the page before: who needs a ticket without a network needs it after a new version came, too. */
const partsInUse = async () => {
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().map(({ url }) => nameOf(new URL(url).pathname));
};

/** Without the version: /farmer.0123456789ab.js is /farmer. */
const nameOf = (path: string) => path.split(".")[0]!;

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(async () => (await caches.match("/")) ?? Response.error()));
  else if (PART_FILES.includes(new URL(request.url).pathname)) event.respondWith(part(request));
});

/** Parts never change under their names: fetched once, when they are first wanted. */
const part = async (request: Request) => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
};

export {};
