/** The desk's service worker: opens the page without a network. */
import { dropOldShells, fromShell, holds, keepShell } from "./shell.ts";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) => {
  // A new build does not wait until every old page is closed: on a telephone that never happens.
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const answer = fromShell(event.request);
  if (answer !== undefined) event.respondWith(answer);
});

self.addEventListener("message", (event) => {
  const asked = event.data as { readonly ask?: unknown; readonly script?: unknown };
  // A page asks whether it is of this build; an older one loads itself anew when it disturbs nobody.
  if (asked.ask === "same-build" && typeof asked.script === "string")
    event.ports[0]?.postMessage(holds(asked.script));
});
