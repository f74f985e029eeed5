/** The desk's service worker: opens the page without a network, and speaks up while no page is open. */
import { openFrom, sayWhereAnew, showPush, toldIn } from "./notices.ts";
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

self.addEventListener("push", (event) => {
  event.waitUntil(showPush(toldIn(event.data)));
});

self.addEventListener("notificationclick", (event) => {
  event.waitUntil(openFrom(event.notification));
});

self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(sayWhereAnew(event));
});
