/** What a push shows on the telephone, and where a press on it leads. */
import type { DeskTold } from "../../wire/push.ts";

declare const self: ServiceWorkerGlobalScope;

type Language = DeskTold["language"];

const says: Readonly<Record<Language, Readonly<Record<DeskTold["what"], string>>>> = {
  vi: {
    "needs-help": "Có người cần giúp",
    "called-in": "Có người nhờ giúp thêm",
    message: "Có tin mới",
    colleague: "Người cùng giúp nhắn",
    given: "Việc được giao",
    meeting: "Nhắc hẹn gặp",
  },
  en: {
    "needs-help": "Somebody needs help",
    "called-in": "You are asked to help too",
    message: "A new message",
    colleague: "A word from a colleague",
    given: "A case was given to you",
    meeting: "About your meeting",
  },
};
const press: Readonly<Record<Language, string>> = {
  vi: "Bấm để mở.",
  en: "Press to open.",
};

/** Messages that follow each other this fast ring once. */
const ringsEvery = 30_000;

/** What a page is told by its worker. */
export interface FromWorker {
  /** Show this case. */
  readonly open?: string;
  /** Something is new. */
  readonly look?: true;
}

/** A browser must show something for every push, unless its page is seen: that then rings by itself. */
export async function showPush(told: DeskTold | undefined): Promise<void> {
  if (told !== undefined) await self.navigator.setAppBadge?.(told.waiting).catch(() => undefined);
  const seen = (await deskPages()).filter((page) => page.visibilityState === "visible");
  for (const page of seen) page.postMessage({ look: true } satisfies FromWorker);
  if (seen.length > 0) return;
  const { what = "message", language = "vi", village, quiet = false } = told ?? {};
  const options: NotificationOptions & { renotify?: boolean; timestamp?: number } = {
    body: village === undefined ? press[language] : `${village}. ${press[language]}`,
    lang: language,
    tag: told?.case ?? "desk",
    icon: "/desk-assets/icon-192.png",
    badge: "/desk-assets/badge-96.png",
    silent: quiet,
    renotify: !quiet && !(await rangJustNow(told?.case ?? "desk")),
    data: { what, case: told?.case, shownAt: Date.now() },
  };
  await self.registration.showNotification(says[language][what], options);
}

async function rangJustNow(tag: string): Promise<boolean> {
  const shown = await self.registration.getNotifications({ tag });
  return shown.some(({ data }) => {
    const { shownAt } = (data ?? {}) as { readonly shownAt?: number };
    return shownAt !== undefined && Date.now() - shownAt < ringsEvery;
  });
}

/** A push as it arrived; nothing when it is none of ours. */
export function toldIn(data: PushMessageData | null): DeskTold | undefined {
  try {
    const told = data?.json() as Partial<DeskTold>;
    const known = told.what !== undefined && says.vi[told.what] !== undefined;
    return known && typeof told.case === "string" ? (told as DeskTold) : undefined;
  } catch {
    return undefined;
  }
}

export async function openFrom(notification: Notification): Promise<void> {
  notification.close();
  const { case: id } = (notification.data ?? {}) as { readonly case?: string };
  const [page] = await deskPages();
  if (page === undefined) {
    const where = id === undefined ? "/desk" : `/desk#case=${encodeURIComponent(id)}`;
    await self.clients.openWindow(where);
    return;
  }
  if (id !== undefined) page.postMessage({ open: id } satisfies FromWorker);
  // Refused where the browser saw no press; the case is open in its page all the same.
  await page.focus().catch(() => undefined);
}

/** Pages of the desk itself, the one looked at first. */
async function deskPages(): Promise<readonly WindowClient[]> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const own = pages.filter(({ url }) => new URL(url).pathname === "/desk");
  return [...own].sort((one, other) => Number(other.focused) - Number(one.focused));
}

/** The browser has changed where it is reached, and nobody is at the page to say so. */
export async function sayWhereAnew(event: {
  readonly oldSubscription?: PushSubscription | null;
  readonly newSubscription?: PushSubscription | null;
}): Promise<void> {
  const options = event.oldSubscription?.options;
  const fresh =
    event.newSubscription ??
    (options === undefined
      ? undefined
      : await self.registration.pushManager.subscribe({
          userVisibleOnly: true,
          applicationServerKey: options.applicationServerKey,
        }));
  if (fresh === undefined || fresh === null) return;
  await fetch("/desk/api/push", {
    method: "POST",
    headers: { "content-type": "application/json", "x-cau-noi": "desk" },
    body: JSON.stringify(fresh),
  });
}
