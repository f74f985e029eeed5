/** Whether this browser tells its helper something while no page is open; asked for by a press, never by itself. */
import type { DeskPush } from "../../wire/push.ts";
import { forget, keep, kept } from "../kept.ts";
import { read, write } from "../server.ts";

export type Afar =
  /** The browser has no such thing, or not before the page is installed. */
  | "missing"
  /** Its owner has once said no to this page: only the browser's own settings take that back. */
  | "blocked"
  | "off"
  | "on";

const scope = "/desk";

/** Under this the telephone keeps that this person, and nobody before them, turned it on here. */
const wish = (mine: string): string => `${mine}afar`;

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  const workers = (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  if (workers === undefined || !("PushManager" in window) || !("Notification" in window)) return;
  return workers.getRegistration(scope);
}

export async function afarNow(): Promise<Afar> {
  const here = await registration();
  if (here === undefined) return "missing";
  if (Notification.permission === "denied") return "blocked";
  const [subscription, { on }] = await Promise.all([
    here.pushManager.getSubscription(),
    read<DeskPush>("push"),
  ]);
  return subscription !== null && on ? "on" : "off";
}

/** Called from a press: browsers ask their owner for nothing else. */
export async function turnOn(mine: string): Promise<Afar> {
  if ((await Notification.requestPermission()) !== "granted") return afarNow();
  const here = await registration();
  if (here === undefined) return "missing";
  const { key } = await read<DeskPush>("push");
  await subscribe(here, key);
  keep(wish(mine), "on");
  return "on";
}

async function subscribe(here: ServiceWorkerRegistration, key: string): Promise<void> {
  const before = await here.pushManager.getSubscription();
  // Bound to another house, or to this one before its keys were lost.
  if (before !== null && !isFor(before, key)) await before.unsubscribe();
  const subscription = await here.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  await write("push", subscription.toJSON());
}

function isFor(subscription: PushSubscription, key: string): boolean {
  const bound = subscription.options.applicationServerKey;
  if (bound === null) return true;
  const bytes = String.fromCharCode(...new Uint8Array(bound));
  return btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") === key;
}

export async function turnOff(mine: string): Promise<Afar> {
  forget(wish(mine));
  const here = await registration();
  await write("push/remove", {});
  const subscription = await here?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  return "off";
}

/**
 * At each opening the server hears that this browser is still there, and where. What somebody else turned on
 * at the same browser ends now.
 */
export async function renewAfar(mine: string): Promise<void> {
  const here = await registration();
  if (here === undefined || Notification.permission !== "granted") return;
  if (kept(wish(mine)) !== "on") {
    await (await here.pushManager.getSubscription())?.unsubscribe();
    return;
  }
  const { key } = await read<DeskPush>("push");
  await subscribe(here, key);
}

/** Going out: this browser forgets where it is reached; the server forgets it with the session. */
export async function forgetAfar(): Promise<void> {
  const here = await registration();
  const subscription = await here?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  await tidyNotices(new Set());
}

/** A page that is seen shows all there is; one that is not takes away the calls of people who wait no more. */
export async function tidyNotices(waits: ReadonlySet<string>): Promise<void> {
  const shown = (await (await registration())?.getNotifications()) ?? [];
  const seen = document.visibilityState === "visible";
  for (const notice of shown) {
    const { what, case: id = "" } = (notice.data ?? {}) as {
      readonly what?: string;
      readonly case?: string;
    };
    if (seen || (what === "needs-help" && !waits.has(id))) notice.close();
  }
}
