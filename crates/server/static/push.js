// Web push on this device: <form data-push="the server's key">, whose button is shown where the browser can do it.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const form = document.querySelector("form[data-push]");
const can = isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
if (form && can) {
  const button = form.querySelector("button");
  const note = form.querySelector("[role=status]");
  const say = (words) => {
    note.lastElementChild.textContent = words;
    note.hidden = !words;
  };
  const denied = Notification.permission === "denied";
  say(denied ? form.dataset.denied : "");
  button.hidden = denied;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (button.disabled) return;
    button.disabled = true;
    try {
      if ((await Notification.requestPermission()) !== "granted") return say(form.dataset.denied);
      const { pushManager } = await navigator.serviceWorker.ready;
      // What there was before is somebody else's, or takes pushes from another key.
      await (await pushManager.getSubscription())?.unsubscribe();
      const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) });
      form.elements.endpoint.value = made.endpoint;
      form.elements.key.value = text(made.getKey("p256dh"));
      form.elements.secret.value = text(made.getKey("auth"));
      form.submit();
    } catch {
      say(form.dataset.failed);
    } finally {
      button.disabled = false;
    }
  });
}
