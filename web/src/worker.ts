// Keeps the page itself, so that it opens without a network. Data always come from the server.
declare const PAGE_VERSION: string;
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
  if (event.request.mode !== "navigate") return;
  event.respondWith((async () => {
    try {
      return await fetch(event.request);
    } catch {
      return (await caches.match("/")) ?? Response.error();
    }
  })());
});

export {};
