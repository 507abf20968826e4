// Passkeys: what HTML cannot ask of a device. A form with data-passkey="get" or "create" is shown where the browser can do it;
// sending it asks the server for a challenge (data-ask), has the device answer, and then sends the form as any other.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// Browsers from before 2025 lack parse…FromJSON and toJSON.
function read(options) {
  const list = (credentials) => credentials?.map((one) => ({ ...one, id: bytes(one.id) }));
  const read = { ...options, challenge: bytes(options.challenge) };
  if (options.user) read.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) read.excludeCredentials = list(options.excludeCredentials);
  if (options.allowCredentials) read.allowCredentials = list(options.allowCredentials);
  return read;
}
function written(credential) {
  const { id, type, response } = credential;
  const answer = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) answer.attestationObject = text(response.attestationObject);
  if (response.authenticatorData) answer.authenticatorData = text(response.authenticatorData);
  if (response.signature) answer.signature = text(response.signature);
  if (response.userHandle) answer.userHandle = text(response.userHandle);
  return JSON.stringify({ id, rawId: text(credential.rawId), type, response: answer, clientExtensionResults: {} });
}

let offered; // What the browser offers by itself while the page waits: only one question at a time.
const pause = () => {
  offered?.abort();
  offered = undefined;
};

async function ask(form) {
  const answer = await fetch(form.dataset.ask, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (answer.ok) return answer.json();
  // The page was open for too long: it is asked again who this is.
  if (answer.status === 403) location.reload();
  throw new Error(`${form.dataset.ask} answers ${answer.status}`);
}

async function answer(form, more = {}) {
  const asked = await ask(form);
  const wish = { publicKey: read(asked.options), ...more };
  const credential = await navigator.credentials[form.dataset.passkey](wish);
  form.querySelector("[data-challenge]").value = asked.challenge;
  form.querySelector("[data-answer]").value = written(credential);
  form.submit();
}

// Where the browser can, passkeys are offered in the field of the login, without a click.
async function offer(form) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  while (document.visibilityState === "visible" || (await seen())) {
    const here = (offered = new AbortController());
    // Before the challenge is too old.
    const timer = setTimeout(() => here.abort("renew"), 240000);
    try {
      return await answer(form, { mediation: "conditional", signal: here.signal });
    } catch {
      if (here.signal.reason !== "renew") return;
    } finally {
      clearTimeout(timer);
    }
  }
}
const seen = () =>
  new Promise((done) => document.addEventListener("visibilitychange", () => done(true), { once: true }));

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!globalThis.PublicKeyCredential || !navigator.credentials) continue;
  form.hidden = false;
  for (const instead of document.querySelectorAll("[data-without-passkeys]")) instead.hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    pause();
    const typed = document.querySelector(form.dataset.login ?? "-none");
    if (typed) form.querySelector("[data-typed]").value = typed.value;
    const failed = form.querySelector("[role=alert]");
    failed.hidden = true;
    try {
      await answer(form);
    } catch {
      failed.textContent = form.dataset.failed;
      failed.hidden = false;
    }
  });
  if (form.dataset.offered !== undefined) offer(form);
}
