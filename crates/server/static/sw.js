// Without a network: the shell, a page that says so, and the statement that was seen last. Nothing else is kept.
const FILES = __SHELL__;
const SHELL = "shell-" + FILES.join().replace(/[^0-9a-f]/g, "").slice(-48);
const PERSONAL = "personal";
const OFFLINE = "/offline";

const statement = (url) => /^\/[a-z0-9]{4}\/statement$/i.test(url.pathname);
const kept = (url) => url.pathname.startsWith("/static/") || url.pathname.startsWith("/colour/");

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(SHELL);
    await cache.addAll([...FILES, new Request(OFFLINE, { cache: "reload" })]);
    await skipWaiting();
  })());
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== SHELL && name !== PERSONAL) await caches.delete(name);
    await clients.claim();
  })());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname === "/sign-out" || url.pathname === "/sign-in") {
    // Whoever leaves or comes takes nothing of the one before.
    if (request.method === "POST") event.waitUntil(caches.delete(PERSONAL));
    return;
  }
  if (request.method !== "GET") return;
  if (kept(url)) event.respondWith(fromShell(request));
  else if (request.mode === "navigate") event.respondWith(fromServer(event, request, url));
});

async function fromShell(request) {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(SHELL)).put(request, answer.clone());
  return answer;
}

async function fromServer(event, request, url) {
  try {
    const answer = await fetch(request);
    // A redirect or an error is no statement; filters are not kept, only the plain page.
    if (statement(url) && !url.search && answer.ok && !answer.redirected) {
      const copy = answer.clone();
      event.waitUntil((async () => {
        await caches.delete(PERSONAL);
        await (await caches.open(PERSONAL)).put(url.pathname, copy);
      })());
    }
    return answer;
  } catch {
    if (statement(url)) {
      const seen = await (await caches.open(PERSONAL)).match(url.pathname);
      if (seen) return seen;
    }
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}
