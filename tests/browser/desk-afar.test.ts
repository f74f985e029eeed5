/**
 * Told from afar, from a resident's press to the telephone: the whole program, a push service that opens what
 * it got as a browser does, and the worker in Chromium. A browser without a window has neither a push service
 * of its own nor a place to show anything, so the emulator subscribes for it, and what the worker wants shown
 * is written down.
 */
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";
import { type PushEmulator, type Subscriber, startPushEmulator } from "../support/push/emulator.ts";

let server: RealServer;
let open: Windows;
let emulator: PushEmulator;

// Begun before the windows, so that it is there until the program has ended.
beforeEach(async () => {
  emulator = await startPushEmulator();
});
afterEach(async () => {
  await emulator.close();
  expect(emulator.complaints).toEqual([]);
});
// By day, as all of them: at night a telephone is told without a sound, which has a test of its own.
inRealWindows((given) => {
  ({ server, open } = given);
  emulator.now = server.now;
});

/** Pictures for people to look at, where somebody asks for them. */
const pictures = process.env["PICTURES"];

interface Telephone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where its browser is reached, once it was turned on. */
  subscribed(): Subscriber;
}

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly silent: boolean;
  readonly data: object;
}

/** A helper's telephone that asks its owner, who answers so; before that it was never asked. */
async function telephone(
  answer: NotificationPermission,
  options: object = cheapPhone,
  name = "Nông Thị Sen (mẫu)",
): Promise<Telephone> {
  const { page, context } = await open.open(options as typeof cheapPhone);
  let subscribed: Subscriber | undefined;
  await context.exposeFunction("subscribeAtEmulator", async (key: string) => {
    subscribed = await emulator.subscriber(key);
    return subscribed.json;
  });
  await context.addInitScript((says: NotificationPermission) => {
    const kept = (name: string) => localStorage.getItem(`test:${name}`);
    const asked = () => (kept("permission") ?? "default") as NotificationPermission;
    Object.defineProperty(Notification, "permission", { get: asked });
    Notification.requestPermission = async () => {
      localStorage.setItem("test:permission", says);
      return says;
    };
    type Made = { endpoint: string };
    const asSubscription = (json: Made) => ({
      toJSON: () => json,
      options: { applicationServerKey: null },
      unsubscribe: async () => {
        localStorage.removeItem("test:subscription");
        return true;
      },
    });
    PushManager.prototype.getSubscription = async () => {
      const json = kept("subscription");
      return json === null ? null : (asSubscription(JSON.parse(json)) as never);
    };
    PushManager.prototype.subscribe = async (wish) => {
      const before = kept("subscription");
      if (wish?.userVisibleOnly !== true) throw new TypeError("it must show what it gets");
      const { subscribeAtEmulator } = window as unknown as {
        subscribeAtEmulator: (key: unknown) => Promise<Made>;
      };
      const json =
        before === null ? await subscribeAtEmulator(wish.applicationServerKey) : JSON.parse(before);
      localStorage.setItem("test:subscription", JSON.stringify(json));
      return asSubscription(json) as never;
    };
  }, answer);
  await page.goto(server.inviteLink({ name }));
  await page.getByRole("button", { name: "Đã hiểu" }).click();
  return {
    page,
    context,
    subscribed: () => {
      if (subscribed === undefined) throw new Error("nothing was subscribed");
      return subscribed;
    },
  };
}

const settings = (page: Page) => page.getByRole("button", { name: "Cài đặt" }).click();

async function turnedOn(phone: Telephone): Promise<void> {
  await settings(phone.page);
  await phone.page.getByRole("button", { name: "Bật thông báo" }).click();
  await phone.page.getByText("Thông báo đang bật trên máy này.").waitFor();
  await phone.page.keyboard.press("Escape");
}

/** The worker writes down what it wants shown, and can be handed pushes. */
async function worker({ context, page }: Telephone) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const found = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await found.evaluate(() => {
    const here = globalThis as unknown as {
      shown: Shown[];
      badge: number;
      registration: { showNotification: unknown; getNotifications: unknown };
      navigator: { setAppBadge: unknown };
    };
    here.shown = [];
    here.registration.showNotification = async (title: string, more: object) => {
      here.shown = here.shown.filter(({ tag }) => tag !== (more as Shown).tag);
      here.shown.push({ title, ...(more as Omit<Shown, "title">) });
    };
    here.registration.getNotifications = async ({ tag }: { tag?: string } = {}) =>
      here.shown.filter((one) => tag === undefined || one.tag === tag);
    here.navigator.setAppBadge = async (count: number) => {
      here.badge = count;
    };
  });
  const cdp = await context.newCDPSession(page);
  const registrationId = await idOfRegistration(cdp);
  return {
    push: (data: string) =>
      cdp.send("ServiceWorker.deliverPushMessage", { origin: server.url, registrationId, data }),
    shown: () => found.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown),
    badge: () => found.evaluate(() => (globalThis as unknown as { badge: number }).badge),
    press: (id: string) =>
      found.evaluate((pressed) => {
        const { ExtendableEvent: Pressed } = globalThis as unknown as {
          ExtendableEvent: typeof Event;
        };
        const notification = { data: { case: pressed }, close: () => undefined };
        dispatchEvent(Object.assign(new Pressed("notificationclick"), { notification }));
      }, id),
  };
}

async function idOfRegistration(cdp: CDPSession): Promise<string> {
  const told = new Promise<string>((resolve) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL.endsWith("/desk"));
      if (found !== undefined) resolve(found.registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  return told;
}

/** As when somebody puts the telephone into a pocket. */
async function putAway(page: Page, away = true): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (hidden ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, away);
}

const arrived = async (at: Subscriber, count: number): Promise<string> => {
  await expect.poll(() => at.delivered.length).toBe(count);
  return at.delivered.at(-1)?.text ?? "";
};

test("a helper turns it on by a press, and is told on a locked screen without anybody's words", async () => {
  const phone = await telephone("granted");
  await turnedOn(phone);
  const telling = await worker(phone);
  await putAway(phone.page);
  const ba = await open.resident(server.url);
  await ba.callsSomebody();

  const pushed = await arrived(phone.subscribed(), 1);
  await phone.page.goto("about:blank");
  await telling.push(pushed);

  await expect
    .poll(telling.shown)
    .toMatchObject([{ title: "Có người cần giúp", body: "Nà Khau. Bấm để mở.", silent: false }]);
  expect(await telling.badge()).toBe(1);
  expect(pushed + JSON.stringify(await telling.shown())).not.toMatch(/Sen|bà |cháu/i);
});

test("a press on it opens the right case, and what is written there is told as a message", async () => {
  const phone = await telephone("granted");
  await turnedOn(phone);
  const telling = await worker(phone);
  const ba = await open.resident(server.url);
  await ba.callsSomebody();
  await phone.page.getByRole("button", { name: "Nhận giúp" }).last().click();
  await phone.page.getByRole("textbox", { name: /^Tin nhắn cho/ }).waitFor();
  const url = phone.page.url();
  await phone.page.getByRole("button", { name: "Về danh sách" }).click();
  await putAway(phone.page);

  await ba.say("chim hoàng yến bay mất rồi");
  const pushed = await arrived(phone.subscribed(), 1);
  await telling.push(pushed);
  const told = JSON.parse(pushed) as { what: string; case: string };
  await telling.press(told.case);

  await phone.page.waitForURL(url);
  await phone.page.getByRole("textbox", { name: /^Tin nhắn cho/ }).waitFor();
  expect(told).toMatchObject({ what: "message" });
  expect(pushed).not.toContain("hoàng yến");
  // The browser itself still had the page on its screen: then nothing had to be shown.
  expect(await telling.shown()).toEqual([]);
});

test("while the page is looked at the telephone stays still", async () => {
  const phone = await telephone("granted");
  await turnedOn(phone);
  const ba = await open.resident(server.url);
  await ba.callsSomebody();
  await phone.page.getByRole("button", { name: "Nhận giúp" }).last().waitFor();

  await server.pass(1);

  const waits = () => server.house().store.nextPushAt();
  await expect.poll(waits).toBeUndefined();
  expect(phone.subscribed().asked()).toBe(0);
});

test("turned off, signed out, or gone at the push service: nothing is told any more", async () => {
  const phone = await telephone("granted");
  await turnedOn(phone);
  await phone.page.reload();
  await settings(phone.page);
  await phone.page.getByRole("button", { name: "Tắt thông báo" }).click();
  await phone.page.getByRole("button", { name: "Bật thông báo" }).waitFor();
  await putAway(phone.page);
  const ba = await open.resident(server.url);
  await ba.callsSomebody();
  await expect.poll(() => server.house().store.nextPushAt()).toBeUndefined();
  expect(phone.subscribed().asked()).toBe(0);

  await phone.page.getByRole("button", { name: "Bật thông báo" }).click();
  await phone.page.getByText("Thông báo đang bật trên máy này.").waitFor();
  await phone.page.getByRole("button", { name: "Ra khỏi trang" }).click();
  await phone.page.getByLabel("Mã vào trang").waitFor();

  const ended = await phone.page.evaluate(() => localStorage.getItem("test:subscription"));
  expect(ended).toBe(null);
  await server.pass(5);
  await expect.poll(() => server.house().store.nextPushAt()).toBeUndefined();
  expect(phone.subscribed().asked()).toBe(0);
});

test("who says no is told plainly how to take it back, and is not asked again", async () => {
  const { page } = await telephone("denied");
  await settings(page);

  await page.getByRole("button", { name: "Bật thông báo" }).click();

  await page.getByText("Trình duyệt đang chặn thông báo").waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Bật thông báo" }).count()).toBe(0);
});

test("what one helper turned on is not another's who signs in at the same browser", async () => {
  const phone = await telephone("granted");
  await turnedOn(phone);
  const { page } = phone;
  await page.context().clearCookies();

  await page.goto("about:blank");
  await page.goto(server.inviteLink({ name: "Lý A Páo (mẫu)" }));
  await page.getByRole("button", { name: "Đã hiểu" }).click();
  await settings(page);
  await page.getByRole("button", { name: "Bật thông báo" }).waitFor();

  expect(await page.evaluate(() => localStorage.getItem("test:subscription"))).toBe(null);
});

test.each([
  ["phone", { ...cheapPhone }],
  ["table", { ...tableScreen }],
  ["dark phone", { ...cheapPhone, colorScheme: "dark" as const }],
])("on a %s the switch can be read and pressed by everybody", async (size, options) => {
  const { page } = await telephone("granted", options);
  await settings(page);
  const look = async (name: string) => {
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText("Máy này", { exact: true }).scrollIntoViewIfNeeded();
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/${size.replace(" ", "-")}-${name}.png` });
  };

  await page.getByRole("button", { name: "Bật thông báo" }).waitFor();
  await look("afar-off");
  await page.getByRole("button", { name: "Bật thông báo" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Thông báo đang bật trên máy này.").waitFor();
  await look("afar-on");
});
