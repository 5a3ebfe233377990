// Passkeys need a script; without one the page offers codes alone. Nothing is loaded from elsewhere.
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0)).buffer;

const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

const ask = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    redirect: "error", // a redirect leads to a page that asks for more, not to an answer
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": document.querySelector("input[name=_csrf]").value },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

const known = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

const about = (key) => ({
  id: key.id,
  rawId: text(key.rawId),
  type: key.type,
  clientExtensionResults: key.getClientExtensionResults(),
  authenticatorAttachment: key.authenticatorAttachment,
});

const use = async () => {
  const options = await ask("/webauthn/authenticate/options");
  const key = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
  });
  const { authenticatorData, clientDataJSON, signature, userHandle } = key.response;
  const answer = await ask("/login/webauthn", {
    ...about(key),
    response: {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : undefined,
    },
  });
  location.assign(answer.redirectUrl);
};

const register = async () => {
  const options = await ask("/webauthn/register/options");
  const key = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    },
  });
  const label = document.getElementById("label").value.trim() || document.getElementById("label").placeholder;
  await ask("/webauthn/register", {
    publicKey: {
      label,
      credential: {
        ...about(key),
        response: {
          attestationObject: text(key.response.attestationObject),
          clientDataJSON: text(key.response.clientDataJSON),
          transports: key.response.getTransports ? key.response.getTransports() : [],
        },
      },
    },
  });
  location.assign("/login/factors");
};

// Whoever has a passkey and no codes on paper gets them at once, as after setting up an app; without a script there is the button.
document.querySelector("form[data-first-codes]")?.submit();

if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-without-script]")) part.hidden = true;
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    button.addEventListener("click", async () => {
      const problem = document.getElementById("passkey-problem");
      problem.hidden = true;
      button.disabled = true;
      try {
        await (button.dataset.passkey === "use" ? use() : register());
      } catch {
        problem.hidden = false;
        button.disabled = false;
        problem.focus();
      }
    });
  }
}
