/** `npm start`: the web chat and the desk, Telegram when it is set, and the addresses printed for people. */
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import qrcode from "qrcode";
import type { AccountId } from "../flows/index.ts";
import { type TelegramChannel, telegramChannel } from "./channels/telegram/telegram-channel.ts";
import { zaloBotAccount } from "./channels/zalo/bot/account.ts";
import { type ZaloBotChannel, zaloBotChannel } from "./channels/zalo/bot/zalo-bot-channel.ts";
import { type OaChannel, oaAccountOf, oaChannel } from "./channels/zalo/oa/oa-channel.ts";
import { realClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { learnAhead } from "./content/learn-ahead.ts";
import { dailyLetters } from "./desk/daily-letter.ts";
import { firstSignInLink } from "./desk/invitations.ts";
import { CannotGoOn } from "./errors.ts";
import { newCookie } from "./ids.ts";
import { makeLog } from "./log.ts";
import { roomBeside } from "./open-database.ts";
import { keptNames, openHouse } from "./running.ts";
import { keptServed } from "./store/account-settings.ts";
import { keepPlans } from "./store/monthly-plans.ts";
import { lentLinks, lentRoutes } from "./web/lent-media.ts";
import { webServer } from "./web/server.ts";
import { telegramWebhook } from "./web/telegram-webhook.ts";
import { zaloBotWebhook } from "./web/zalo-bot-webhook.ts";
import { zaloOaRoutes } from "./web/zalo-oa-routes.ts";

const longestEnd = 2500;

const projectDir = join(import.meta.dirname, "..", "..");

export async function startServer(config: Config, write: (text: string) => void): Promise<void> {
  const clock = realClock;
  const log = makeLog(config.logLevel);
  const house = openHouse({
    databaseFile: config.databaseFile,
    contentDir: config.contentDir,
    clock,
    log,
  });
  const { store, conversations } = house;
  const { commune } = house.library().desk;
  const web = "web" as AccountId;
  store.account({ id: web, commune, channel: "web" });

  const telegram =
    config.telegram === undefined
      ? undefined
      : telegramChannel({
          ...config.telegram,
          account: `telegram:${config.telegram.token.split(":")[0]}` as AccountId,
          conversations,
          clock,
          log,
          operator: () => ({
            name: house.library().desk.operator,
            trial: house.library().desk["approved-by"] === undefined,
          }),
        });
  if (telegram !== undefined) {
    store.account({ id: telegram.sender.account, commune, channel: "telegram" });
    conversations.addSender(telegram.sender);
  }

  let webRoot = "";
  const lending = {
    store,
    secret: store.secret("lent-media", newCookie),
    clock,
    pictureOf: house.pictures.pictureFor,
    publicUrl: config.publicUrl,
    webRoot: () => webRoot,
  };
  let zaloBot: ZaloBotChannel | undefined;
  if (config.zaloBot !== undefined) {
    const account = zaloBotAccount(config.zaloBot.token);
    store.account({ id: account, commune, channel: "zalo-bot" });
    keepPlans(store, account, [config.zaloBot.plan]);
    const links = lentLinks(lending);
    zaloBot = zaloBotChannel({
      ...config.zaloBot,
      account,
      conversations,
      store,
      links,
      clock,
      log,
    });
    conversations.addSender(zaloBot.sender);
  }

  let zaloOa: OaChannel | undefined;
  if (config.zaloOa !== undefined) {
    const account = oaAccountOf(config.zaloOa);
    store.account({ id: account, commune, channel: "zalo-oa" });
    keepPlans(store, account, config.zaloOa.plans);
    zaloOa = oaChannel({
      settings: config.zaloOa,
      account,
      commune,
      store,
      conversations,
      links: lentLinks(lending),
      clock,
      log,
    });
    conversations.addSender(zaloOa.sender);
  }

  const served = [web, telegram?.sender.account, zaloBot?.sender.account, zaloOa?.sender.account];
  store.setSetting(keptServed, JSON.stringify(served.filter((account) => account !== undefined)));

  const app = await webServer({
    store,
    conversations,
    pictures: house.pictures,
    drawSheet: house.drawSheet,
    library: house.library,
    contentDir: config.contentDir,
    clock,
    log,
    account: web,
    commune,
    pagesDir: join(projectDir, "dist", "web"),
    publicUrl: config.publicUrl,
    webRoot: () => webRoot,
    botName: () => telegram?.botName,
    room: () => roomBeside(config.databaseFile),
  });
  if (telegram !== undefined && config.telegram !== undefined) {
    telegramWebhook(app, telegram, config.telegram.mode);
  }
  if (zaloBot !== undefined) await zaloBotWebhook(app, zaloBot);
  lentRoutes(app, lending);
  if (zaloOa !== undefined) zaloOaRoutes(app, zaloOa);

  const port = await listen(app, config);
  const local = `http://localhost:${port}`;
  const everywhere = config.host === "0.0.0.0" || config.host === "::";
  const onNetwork = everywhere ? networkAddress(port) : undefined;
  webRoot =
    config.publicUrl ??
    onNetwork ??
    (everywhere ? local : `http://${bracketed(config.host)}:${port}`);
  // For `invite`, which runs in a process of its own beside this one.
  store.setSetting(keptNames.webRoot, webRoot);
  conversations.start();
  await announce({
    write,
    local,
    webRoot,
    onNetwork,
    desk: `${webRoot}/desk`,
    signIn: firstSignInLink(store, commune, clock.now(), webRoot),
    differs: house.differs,
    contentDir: config.contentDir,
  });

  // Telegram may be unreachable for long: the web goes on meanwhile.
  const telegramBegun = telegram?.start();
  telegramBegun?.catch((error: unknown) => log.error({ err: error }, "telegram did not start"));
  zaloBot
    ?.start()
    .catch((error: unknown) => log.error({ err: error }, "Zalo's bot platform did not start"));
  zaloOa?.start();
  const ending = new AbortController();
  const letters = { store, conversations, library: house.library, clock, log };
  void dailyLetters(letters, ending.signal);
  learnAhead(house.library, clock, ending.signal).catch((error: unknown) =>
    log.error({ err: error }, "reading is not learned ahead"),
  );
  house.pictures
    .drawAhead(ending.signal)
    .catch((error: unknown) => log.error({ err: error }, "pictures are not drawn ahead"));
  store.channelStands(web, "ok", webRoot, clock.now());
  if (telegram !== undefined) {
    void keepBotName(telegram);
    void keepStanding(telegram);
  }

  /** For `channels`, which runs beside this process. */
  async function keepStanding(of: TelegramChannel): Promise<void> {
    for (let known = ""; !ending.signal.aborted; await clock.sleep(1000, ending.signal)) {
      const { state, botName } = of.status();
      if (state === known) continue;
      known = state;
      store.channelStands(of.sender.account, state, botName, clock.now());
      if (state !== "ok" && state !== "starting")
        store.channelRefused(of.sender.account, state, clock.now());
    }
  }

  async function keepBotName(of: TelegramChannel): Promise<void> {
    while (of.botName === undefined && !ending.signal.aborted) {
      await clock.sleep(1000, ending.signal);
    }
    if (of.botName !== undefined && !ending.signal.aborted) {
      store.setSetting(keptNames.botName, of.botName);
    }
  }

  const end = (): void => {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
    ending.abort();
    // Telegram may not answer for long, and a kill loses nothing: nobody waits for either.
    setTimeout(() => process.exit(0), longestEnd).unref();
    void (async () => {
      try {
        await Promise.all([telegram?.stop(), zaloBot?.stop(), zaloOa?.stop(), app.close()]);
        await house.close();
      } catch (error) {
        log.error({ err: error }, "the end was not clean");
      }
      process.exit(0);
    })();
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);

async function listen(app: Awaited<ReturnType<typeof webServer>>, config: Config): Promise<number> {
  try {
    const address = await app.listen({ port: config.port, host: config.host });
    return Number(new URL(address).port);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EADDRINUSE") {
      throw new CannotGoOn(
        "port",
        `Cổng ${config.port} đang có chương trình khác dùng. / Port ${config.port} is taken: set PORT to another number.`,
      );
    }
    if (code === "EACCES") {
      throw new CannotGoOn(
        "port",
        `Không được phép dùng cổng ${config.port}. / Port ${config.port} is not allowed: set PORT to 1024 or more.`,
      );
    }
    if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL" || code === "EAI_AGAIN") {
      throw new CannotGoOn(
        "host",
        "Máy này không có địa chỉ ghi ở HOST. / This machine does not have the address in HOST: try 127.0.0.1 or 0.0.0.0.",
      );
    }
    throw error;
  }
}

function networkAddress(port: number): string | undefined {
  const found = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find((a) => a.family === "IPv4" && !a.internal);
  return found === undefined ? undefined : `http://${found.address}:${port}`;
}

async function announce(at: {
  readonly write: (text: string) => void;
  readonly local: string;
  readonly webRoot: string;
  readonly onNetwork: string | undefined;
  readonly desk: string;
  readonly signIn: string | undefined;
  readonly differs: boolean;
  readonly contentDir: string;
}): Promise<void> {
  const code = await qrcode.toString(at.webRoot, { type: "terminal", small: true });
  const lines = [
    "",
    "Cầu Nối đang chạy. / Cầu Nối is running.",
    "",
    `  Bà con mở / residents open:   ${at.local}/`,
    ...(at.webRoot === at.local ? [] : [`  Điện thoại cùng mạng / phones: ${at.webRoot}/`]),
    `  Người giúp / the desk:        ${at.desk}`,
    ...(at.signIn === undefined
      ? []
      : [
          "",
          "  Đường dẫn vào lần đầu, dùng một lần, 15 phút / one-time sign-in, 15 minutes:",
          `  ${at.signIn}`,
        ]),
    ...(at.differs
      ? [
          "",
          `  Thư mục ${at.contentDir}/ khác bản đang chạy. / The folder differs from what runs: npm run cau-noi -- publish`,
        ]
      : []),
    "",
    code,
  ];
  at.write(`${lines.join("\n")}\n`);
}
