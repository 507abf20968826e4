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

// What the server tells this device while no page is open: { title, body, path, tag, lang, dir, acts }. An act can be done with
// one tap: { action, title, path, done }.
addEventListener("push", (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});

function show(told) {
  const { title, body, tag, lang, dir, acts } = told;
  const icon = FILES.find((file) => file.includes("icon-192"));
  const actions = acts.map(({ action, title }) => ({ action, title }));
  return registration.showNotification(title, { body, tag, lang, dir, icon, actions, renotify: true, data: told });
}

addEventListener("notificationclick", (event) => {
  const { notification, action } = event;
  notification.close();
  const told = notification.data;
  const act = told.acts.find((act) => act.action === action);
  event.waitUntil(act ? doAct(act, told) : clients.openWindow(told.path));
});

// Where it cannot be done from here, since nobody is signed in any more, the page says so.
async function doAct(act, told) {
  const done = await send(act.path, {}).catch(() => false);
  if (!done) return clients.openWindow(told.path);
  return show({ ...told, title: act.done, body: told.title, acts: [] });
}

// Sends a form as a page would; tells whether what it asks for was done: then it leads on to a page.
async function send(path, fields) {
  const token = await fetch("/me/token");
  if (!token.ok || token.redirected) return false;
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams({ ...fields, csrf: await token.text() }) });
  return answer.ok && answer.redirected;
}

// The browser has given this device another place for what it is told.
addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil((async () => {
    const { oldSubscription } = event;
    if (!oldSubscription) return;
    const { applicationServerKey } = oldSubscription.options;
    const fresh = event.newSubscription ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
    const text = (buffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    const [key, secret] = ["p256dh", "auth"].map((name) => text(fresh.getKey(name)));
    await send("/me/notices/device", { endpoint: fresh.endpoint, key, secret, instead: oldSubscription.endpoint });
  })());
});
