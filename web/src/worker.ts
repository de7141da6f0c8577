// Keeps the page itself and its parts, so that they open without a network: home and contests from the start, so that an attempt needs the
// network for its paper alone; others once they were used. Data come from the server. Copies of what is public are shown, and marked, where the network is silent.
declare const PAGE_VERSION: string;
declare const PART_FILES: string[];
declare const FIRST_FILES: string[];
declare const self: ServiceWorkerGlobalScope;

const cacheName = `page-${PAGE_VERSION}`;
const today = "/api/today?lang=*";
const copied = /^\/api\/(today|contests|regions|trainings|campaigns)(\/[\w-]+)?$/; // what is below them is somebody's own, or of the moment
const most = 150; // copies
const patience = 2000; // ms
const hurry = 200; // ms: for as long as nothing has come since the network was waited for in vain
let silent = false;

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const [cache, used] = [await caches.open(cacheName), await partsInUse()];
      await cache.addAll(["/", ...PART_FILES.filter((file) => FIRST_FILES.includes(file) || used.includes(nameOf(file)))]);
      await cache.add(today).catch(() => undefined);
      await self.skipWaiting();
    })(),
  );
});

/** Parts that were kept of the page before: who needs a ticket without a network needs it after a new version came, too. */
const partsInUse = async () => {
  const used: string[] = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) used.push(nameOf(new URL(url).pathname));
  return used;
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
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin || request.method !== "GET") return;
  if (PART_FILES.includes(pathname)) event.respondWith(part(request));
  else if (request.mode === "navigate") {
    if (pathname === "/") event.respondWith(soon(event, "/"));
  } else if (copied.test(pathname)) event.respondWith(soon(event, pathname + search.replace(/at=\d+&/, "")));
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

/** From the network; where that is away, or silent for too long, the copy. */
const soon = async (event: FetchEvent, key: string) => {
  const asked = fetch(event.request).then((fresh) => {
    silent = false;
    if (key !== "/" && fresh.ok && /public/.test(fresh.headers.get("Cache-Control") ?? "")) event.waitUntil(copy(key, fresh.clone()));
    return fresh;
  });
  event.waitUntil(asked.catch(() => undefined));
  const kept = await (await caches.open(cacheName)).match(key, { ignoreVary: true });
  if (!kept) return asked;
  const late = new Promise<Response>((resume) =>
    setTimeout(
      () => {
        silent = true;
        resume(marked(kept));
      },
      silent ? hurry : patience,
    ),
  );
  return Promise.race([asked.catch(() => marked(kept)), late]);
};

/** shell/api.ts says so on the page. */
const marked = ({ body, headers }: Response) => {
  const more = new Headers(headers);
  more.set("X-Kept", "1");
  return new Response(body, { headers: more });
};

const copy = async (key: string, fresh: Response) => {
  const cache = await caches.open(cacheName);
  await cache.put(key, fresh);
  const copies = (await cache.keys()).filter(({ url }) => copied.test(new URL(url).pathname));
  for (const old of copies.slice(0, Math.max(0, copies.length - most))) await cache.delete(old);
};

export {};
