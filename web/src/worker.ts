// Keeps the page itself and its parts, so that they open without a network. Data always come from the server.
declare const PAGE_VERSION: string;
declare const PART_FILES: string[];
declare const self: ServiceWorkerGlobalScope;

const cacheName = `page-${PAGE_VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.add("/")).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  })());
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
