// Small things that HTML cannot do. Every page works without them.

// Opens the shell and the last statement without a network.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});

// <a hidden data-seen>: leads to the statement that was seen last, where one is kept (sw.js).
const seen = document.querySelector("[data-seen]");
if (seen && "caches" in window) caches.open("personal").then(async (kept) => {
  const [last] = await kept.keys();
  if (last) [seen.href, seen.hidden] = [last.url, false];
});

// A form that is on its way is not sent twice; the server would count it once anyway.
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
});
// Coming back by the browser's own button finds the form ready again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
});

// <button type="button" hidden data-copy="text" data-done="Copied">, <button type="button" hidden data-share="url" data-title="…">
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    if (button.dataset.done) button.textContent = button.dataset.done;
  });
}
for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", () => navigator.share({ url: button.dataset.share, title: button.dataset.title }).catch(() => {}));
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// <button type="button" hidden data-locate="name of a field" data-failed="…">: the device says where it is, and no more than is kept.
for (const button of document.querySelectorAll("[data-locate]")) {
  if (!isSecureContext || !navigator.geolocation) continue;
  button.hidden = false;
  const told = ({ coords }) => (button.form.elements[button.dataset.locate].value = `${coords.latitude.toFixed(2)}, ${coords.longitude.toFixed(2)}`);
  const failed = () => (button.textContent = button.dataset.failed);
  button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(told, failed, { maximumAge: 600000, timeout: 20000 }));
}

// Menus close by a click elsewhere and by Escape.
addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.switch[open]")) if (!menu.contains(event.target)) menu.open = false;
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.switch[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// <form data-draft="key">: what is typed stays on this device until [data-drafted=id] says that the server has it.
const kept = (() => { try { return localStorage; } catch { return null; } })();
const drafts = () => Object.keys(kept ?? {}).filter((key) => key.startsWith("draft "));
const saved = document.querySelector("[data-drafted]")?.dataset.drafted;
for (const key of saved ? drafts() : []) if (kept.getItem(key).includes(saved)) kept.removeItem(key);
const draft = kept && document.querySelector("form[data-draft]");
if (draft) {
  const key = `draft ${draft.dataset.draft}`;
  const last = document.querySelector(".errors") ? null : JSON.parse(kept.getItem(key));
  for (const [name, value] of last ?? []) {
    const field = draft.elements[name];
    if (field) field.value = value;
  }
  const told = document.querySelector("[data-kept]");
  told.hidden = !last;
  told.querySelector("[data-forget]").addEventListener("click", () => (kept.removeItem(key), location.reload()));
  draft.addEventListener("input", () => {
    kept.setItem(key, JSON.stringify([...new FormData(draft)].filter(([name, value]) => name !== "csrf" && typeof value === "string")));
  });
}
// Whoever leaves takes what they typed along.
addEventListener("submit", (event) => {
  if (event.target.action.endsWith("/sign-out")) for (const key of drafts()) kept.removeItem(key);
});

// <form data-look>: whoever has written the title sees in #fits what is like it; the button is for those without scripts.
const look = document.querySelector("form[data-look]");
if (look) {
  // Enter is for publishing then, as the first button of a form is.
  look.querySelector("[name=look]").parentElement.remove();
  look.elements.title.addEventListener("change", async () => {
    const typed = new URLSearchParams([...new FormData(look)].filter(([, value]) => typeof value === "string"));
    typed.set("look", "yes");
    const answer = await fetch(look.action, { method: "POST", body: typed }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("fits").replaceWith(document.adoptNode(page.getElementById("fits")));
    look.elements.category.value ||= page.querySelector("#category").value;
  });
}

// <body data-events="/MARL/events">: what is new is told as it happens ([data-live]), while the page is looked at: each line is
// a connection, of which a browser has few.
const { events } = document.body.dataset;
if (events) {
  let line, later;
  const tell = ({ data }) => {
    for (const [name, { count, text }] of Object.entries(JSON.parse(data))) {
      for (const place of document.querySelectorAll(`[data-live=${name}]`)) {
        place.hidden = !count;
        place.firstElementChild.textContent = count;
        const link = place.parentElement;
        if (link.hasAttribute("aria-label")) link.setAttribute("aria-label", text);
        else place.lastElementChild.textContent = text;
      }
    }
  };
  const listen = () => {
    line?.close();
    clearTimeout(later);
    if (document.hidden) return;
    line = new EventSource(events);
    line.addEventListener("counts", tell);
    // Where a line breaks off the browser tries again; one that was refused is asked for after a while.
    line.addEventListener("error", () => {
      if (line.readyState === EventSource.CLOSED) later = setTimeout(listen, 60000);
    });
  };
  // Whoever leads on at once needs none.
  later = setTimeout(listen, 2000);
  addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => (clearTimeout(later), line?.close()));
  addEventListener("pageshow", ({ persisted }) => persisted && listen());
}

// What is wrong with a form is read first.
document.querySelector(".errors")?.focus();
