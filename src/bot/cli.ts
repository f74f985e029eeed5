/** The command line: one word says what to do; `--json` where a program may read the answer. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type AccountId,
  type Content,
  dayOf,
  type Flow,
  type Library,
  type PropagandistId,
  type Rank,
  ranks,
} from "../flows/index.ts";
import { bench } from "./bench.ts";
import { consoleChannel } from "./channels/console/console.ts";
import { realClock } from "./clock.ts";
import { type Config, readConfig } from "./config.ts";
import { bookPage } from "./content/book.ts";
import { describeProblems } from "./content/describe-problems.ts";
import { drawFlow } from "./content/draw.ts";
import { drawSvg } from "./content/draw-svg.ts";
import { describeEvaluation, evaluateFile } from "./content/evaluate-file.ts";
import { libraryOf } from "./content/library.ts";
import { publicationOf } from "./content/publication.ts";
import { publish, publishedLibrary } from "./content/publish.ts";
import { examineContent, hasErrors, readContent } from "./content/read-content.ts";
import { villagesOf } from "./content/villages.ts";
import { alarmWords } from "./desk/alarm-words.ts";
import { channelAlarms } from "./desk/channel-alarms.ts";
import { invite } from "./desk/invitations.ts";
import { describeWay, wayInto } from "./desk/village-links.ts";
import { CannotGoOn } from "./errors.ts";
import { newCode } from "./ids.ts";
import { makeLog } from "./log.ts";
import { drawnApart } from "./pictures/drawn-apart.ts";
import { screenPictures } from "./pictures/screen-pictures.ts";
import { channelsReport, describeChannels } from "./reports/channels.ts";
import { keptNames, openDatabase, openHouse } from "./running.ts";
import { startServer } from "./start-server.ts";
import type { Store } from "./store/store.ts";
import { walkConsent } from "./walk-consent.ts";

const usage = `npm run cau-noi -- <lệnh / command>

  start                 chạy máy: chat tại /, bàn người giúp tại /desk / run the server
  check                 xem bài hướng dẫn có gì sai / list everything wrong with the content
  publish [--dry-run]   đưa content/ ra dùng / publish the content folder
  draw <flow> [--out <file>]
                        sơ đồ của một bài: .svg là hình, .mmd hoặc .md là chữ Mermaid
                        / a diagram of one guide: .svg a picture, .mmd or .md Mermaid text
  book [flow…] [--out <folder>]
                        sách in để cán bộ duyệt / printable pages of every step, for review on paper
  chat                  nói chuyện ngay trong cửa sổ này / talk in this terminal
                        /giu-lai <tên> giữ cuộc này làm bài thử / /keep <name> makes it a test
  eval <file.tsv>       máy hiểu lời bà con đến đâu / how well typed words are understood
  bench                 đo tốc độ / measure speed, as ratios
  invite --role propagandist --village <id> --name <name> [--title <role words>] [--woman] [--office]
                        mời một người giúp / invite a propagandist
                        --role author: cán bộ viết bài / an officer who writes guides
                        --role manager: người xem số liệu / somebody who reads figures
  links --village <id> [--propagandist <id>]
                        đường dẫn và mã QR cho một thôn / a village's link, QR code and spoken code
  channels              các kênh đang nối ra sao / how each channel stands
  unowned               việc mở mà không ai giữ và không có hẹn: phải luôn trống
                        / open cases without anybody or a deadline: there must be none
  parked                việc và tin chưa xử lý được / what could not be handled or sent
  zalo-consent [--address <url>] [--print]
                        cán bộ đồng ý cho máy gửi tin qua OA / let an administrator consent
  backup <file>         chép cơ sở dữ liệu / copy the database
  restore <file>        đưa bản chép trở lại / put a copy back

  --json   câu trả lời cho máy đọc / answers for programs
  --lang   vi hoặc / or en
`;

const write = (text: string): void => void process.stdout.write(text);

export async function commandLine(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number | undefined> {
  const { values, positionals } = parseArguments(argv);
  const [command, ...rest] = positionals;
  const language = values.lang === "en" ? "en" : "vi";
  const json = values.json === true;
  switch (command) {
    case "start":
      await startServer(readConfig(environment), write);
      return undefined;
    case "check":
      return check(readConfig(environment), language, json);
    case "publish":
      return publishFolder(readConfig(environment), language, json, values["dry-run"] === true);
    case "draw":
      return draw(readConfig(environment), rest[0], values.out, language);
    case "book":
      return book(readConfig(environment), rest, values.out ?? "data/book", language);
    case "chat":
      return chat(readConfig(environment));
    case "eval":
      return evaluateOn(readConfig(environment), rest[0], json);
    case "bench":
      return bench(json);
    case "invite":
      return inviteSomebody(readConfig(environment), values, json);
    case "links":
      return links(readConfig(environment), values, json);
    case "channels":
      return channels(readConfig(environment), json);
    case "unowned":
      return unowned(readConfig(environment), json);
    case "parked":
      return parked(readConfig(environment), json);
    case "zalo-consent":
      return await walkConsent(readConfig(environment), values, write);
    case "backup":
      return backup(readConfig(environment), rest[0]);
    case "restore":
      return restore(readConfig(environment), rest[0]);
    case undefined:
      write(usage);
      return 0;
    default:
      process.stderr.write(
        `Không có lệnh “${command}”. / There is no command “${command}”.\n\n${usage}`,
      );
      return 2;
  }
}

function parseArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        lang: { type: "string" },
        out: { type: "string" },
        "dry-run": { type: "boolean" },
        role: { type: "string" },
        village: { type: "string" },
        propagandist: { type: "string" },
        name: { type: "string" },
        title: { type: "string" },
        woman: { type: "boolean" },
        office: { type: "boolean" },
        address: { type: "string" },
        print: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new CannotGoOn("usage", `${error instanceof Error ? error.message : "?"}\n\n${usage}`);
  }
}

function check(config: Config, language: "vi" | "en", json: boolean): number {
  const { problems } = examineContent(config.contentDir, dayOf(realClock.now()));
  write(
    json
      ? `${JSON.stringify({ problems })}\n`
      : `${describeProblems(problems, language, config.contentDir)}\n`,
  );
  return hasErrors(problems) ? 1 : 0;
}

function publishFolder(
  config: Config,
  language: "vi" | "en",
  json: boolean,
  dryRun: boolean,
): number {
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    const published = publish(store, config.contentDir, realClock.now(), { dryRun });
    if (json) {
      write(`${JSON.stringify(published)}\n`);
      return published.outcome === "refused" ? 1 : 0;
    }
    if (published.outcome === "refused") {
      write(`${describeProblems(published.problems, language, config.contentDir)}\n`);
      return 1;
    }
    const said = {
      published: "Đã đưa ra dùng. / Published.",
      same: "Không có gì mới. / Nothing is new.",
      shown: "Chỉ xem thử, chưa đưa ra dùng. / Shown only, nothing was published.",
    }[published.outcome];
    const standing = published.standing.map((s) => `  ${JSON.stringify(s)}`);
    write(
      [
        said,
        ...published.changedFlows.map((flow) => `  ${flow}`),
        ...(standing.length > 0
          ? ["Đang có người đứng ở bước đã đổi / people stand on changed steps:", ...standing]
          : []),
        "",
      ].join("\n"),
    );
    return 0;
  } finally {
    store.close();
  }
}

function evaluateOn(config: Config, file: string | undefined, json: boolean): number {
  if (file === undefined) {
    throw new CannotGoOn(
      "usage",
      "eval cần tên tệp / needs a file: npm run cau-noi -- eval utterances.tsv",
    );
  }
  const { content, problems } = readContent(config.contentDir);
  if (content === undefined) {
    write(`${describeProblems(problems, "vi", config.contentDir)}\n`);
    return 1;
  }
  const result = evaluateFile(
    file,
    libraryOf(publicationOf(content, realClock.now()), () => undefined),
  );
  const { top1, top3, falseAccept, inguide, falseYes, perStyle } = result;
  write(
    json
      ? `${JSON.stringify({ top1, top3, falseAccept, inguide, falseYes, perStyle })}\n`
      : describeEvaluation(result),
  );
  return 0;
}

/**
 * The folder as it is now, published or not. Mistakes are said; only one that leaves nothing to draw ends here,
 * with nothing.
 */
function draftIn(
  config: Config,
  language: "vi" | "en",
): { content: Content; library: Library } | undefined {
  const { content, problems } = examineContent(config.contentDir, dayOf(realClock.now()));
  const errors = problems.filter(({ weight }) => weight === "error");
  if (errors.length > 0)
    process.stderr.write(`${describeProblems(errors, language, config.contentDir)}\n`);
  if (content === undefined) return undefined;
  try {
    return { content, library: libraryOf(publicationOf(content, realClock.now())) };
  } catch (error) {
    // A guide that leads nowhere cannot be put together; what is wrong with it has just been said.
    if (errors.length > 0) return undefined;
    throw error;
  }
}

function flowNamed(library: Library, name: string | undefined): Flow {
  const flow = library.flows.get(name ?? "");
  if (flow !== undefined) return flow;
  throw new CannotGoOn(
    "usage",
    `${name === undefined ? "Cần tên một bài. / Name a guide." : `Không có bài “${name}”. / There is no guide “${name}”.`}\n  ${[...library.flows.keys()].join(" ")}`,
  );
}

function draw(
  config: Config,
  name: string | undefined,
  out: string | undefined,
  language: "vi" | "en",
): number {
  if (out !== undefined && !/\.(?:svg|mmd|md)$/.test(out)) {
    throw new CannotGoOn(
      "usage",
      "Chỉ vẽ được ra .svg, .mmd hoặc .md. / Only .svg, .mmd and .md are written.",
    );
  }
  const drafted = draftIn(config, language);
  if (drafted === undefined) return 1;
  const { content, library } = drafted;
  const drawn = out?.endsWith(".svg") === true ? drawSvg : drawFlow;
  const text = drawn(content, library, flowNamed(library, name), language, realClock.now());
  if (out === undefined) write(text);
  else {
    writeFileSync(out, out.endsWith(".md") ? `\`\`\`mermaid\n${text}\`\`\`\n` : text);
    write(`${out}\n`);
  }
  return 0;
}

async function book(
  config: Config,
  names: readonly string[],
  folder: string,
  language: "vi" | "en",
): Promise<number> {
  const drafted = draftIn(config, language);
  if (drafted === undefined) return 1;
  const { content, library } = drafted;
  const flows =
    names.length === 0
      ? [...library.flows.values()]
      : names.map((name) => flowNamed(library, name));
  const pictures = screenPictures({
    library: () => library,
    folder: join(config.contentDir, "pictures"),
    drawing: drawnApart(),
    clock: realClock,
    log: makeLog("warn"),
  });
  mkdirSync(folder, { recursive: true });
  try {
    for (const flow of flows) {
      const file = join(folder, `${flow.id}.html`);
      writeFileSync(
        file,
        await bookPage({
          content,
          library,
          flow,
          now: realClock.now(),
          pictureOf: pictures.pictureFor,
        }),
      );
      write(`${file}\n`);
    }
  } finally {
    await pictures.close();
  }
  return 0;
}

/** Talks over a database of its own in memory: nothing is kept, no server is in the way. */
async function chat(config: Config): Promise<number> {
  const log = makeLog("silent");
  const house = openHouse({
    databaseFile: ":memory:",
    contentDir: config.contentDir,
    clock: realClock,
    log,
  });
  const account = "console" as AccountId;
  const { commune } = house.library().desk;
  house.store.account({ id: account, commune, channel: "console" });
  const channel = consoleChannel({
    conversations: house.conversations,
    clock: realClock,
    account,
    peer: "here",
    input: process.stdin,
    output: process.stdout,
    keepInto: {
      folder: "tests/transcripts",
      flow: () => house.store.journeys(commune, 0, realClock.now() + 1).at(-1)?.flow,
    },
    settled: () => house.conversations.tick(),
  });
  house.conversations.addSender(channel.sender);
  house.conversations.start();
  await channel.talk();
  await house.close();
  return 0;
}

const usualTitle: Readonly<Record<Rank, string>> = {
  propagandist: "Tuyên truyền viên",
  author: "Cán bộ viết bài",
  manager: "Lãnh đạo xã",
  coordinator: "Điều phối",
};

const isRank = (rank: unknown): rank is Rank => ranks.some((known) => known === rank);

function inviteSomebody(
  config: Config,
  values: Readonly<Record<string, string | boolean | undefined>>,
  json: boolean,
): number {
  const rank = values["role"] ?? "propagandist";
  const name = values["name"];
  if (typeof name !== "string" || name.trim() === "" || !isRank(rank)) {
    throw new CannotGoOn(
      "usage",
      "invite needs --name, and --role propagandist, author, manager or coordinator. / Cần --name, và --role propagandist, author, manager hoặc coordinator.",
    );
  }
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    const commune = publishedCommune(store);
    const invited = invite(
      store,
      {
        commune,
        rank,
        name: name.trim(),
        role: typeof values["title"] === "string" ? values["title"] : usualTitle[rank],
        village: typeof values["village"] === "string" ? values["village"] : "",
        woman: values["woman"] === true,
        office: values["office"] === true,
      },
      {
        now: realClock.now(),
        webRoot:
          config.publicUrl ?? store.setting(keptNames.webRoot) ?? `http://localhost:${config.port}`,
        botName: store.setting(keptNames.botName),
      },
    );
    const all = {
      code: invited.code,
      telegram: invited.telegram ?? null,
      zalo: invited.zalo ?? null,
      web: invited.web,
    };
    write(
      json
        ? `${JSON.stringify(all)}\n`
        : `Mã mời (48 giờ, dùng một lần) / invitation: ${invited.code}\n  web:      ${invited.web}\n${invited.telegram === undefined ? "" : `  Telegram: ${invited.telegram}\n`}`,
    );
    return 0;
  } finally {
    store.close();
  }
}

function channels(config: Config, json: boolean): number {
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    const [commune, now] = [publishedCommune(store), realClock.now()];
    const reports = channelsReport(store, commune, now);
    const alarms = channelAlarms(store, commune, now);
    const needs = ({ id }: { readonly id: string }) =>
      alarms
        .filter(({ account }) => account === id)
        .map((alarm) => `${alarmWords(alarm).vi} / ${alarmWords(alarm).en}`);
    write(
      json
        ? `${JSON.stringify({ channels: reports, alarms })}\n`
        : describeChannels(reports, needs),
    );
    return 0;
  } finally {
    store.close();
  }
}

async function links(
  config: Config,
  values: { readonly village?: string | undefined; readonly propagandist?: string | undefined },
  json: boolean,
): Promise<number> {
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    const commune = publishedCommune(store);
    const library = publishedLibrary(store);
    const villages = library === undefined ? [] : villagesOf(library).map(({ id }) => id);
    const village = villages.find((id) => id === values.village);
    const propagandist = values.propagandist as PropagandistId | undefined;
    if (village === undefined) {
      throw new CannotGoOn(
        "usage",
        `links cần --village / needs --village: ${villages.join(", ")}`,
      );
    }
    if (propagandist !== undefined && store.propagandist(propagandist) === undefined) {
      throw new CannotGoOn("usage", "Không có người giúp này. / There is no such propagandist.");
    }
    const way = wayInto(
      store,
      { commune, village, propagandist },
      {
        now: realClock.now(),
        webRoot:
          config.publicUrl ?? store.setting(keptNames.webRoot) ?? `http://localhost:${config.port}`,
      },
    );
    write(json ? `${JSON.stringify(way)}\n` : await describeWay(way));
    return 0;
  } finally {
    store.close();
  }
}

function publishedCommune(store: Store): string {
  const publication = store.publication();
  if (publication === undefined)
    throw new CannotGoOn(
      "unpublished",
      "Chưa chạy lần nào: chạy npm start trước. / Start the server once first: npm start.",
    );
  return (JSON.parse(publication.content) as { desk: { commune: string } }).desk.commune;
}

/** Exit 1 where there is such a case, so that a watcher needs no reading. */
function unowned(config: Config, json: boolean): number {
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    const all = store.unowned(realClock.now(), 60_000);
    write(
      json
        ? `${JSON.stringify({ unowned: all })}\n`
        : `${[...all.map((u) => `${u.case}  ${u.state}  ${u.why}  ${new Date(u.since).toISOString()}`), all.length].join("\n")}\n`,
    );
    return all.length === 0 ? 0 : 1;
  } finally {
    store.close();
  }
}

function parked(config: Config, json: boolean): number {
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    const all = { inbounds: store.parked(), replies: store.parkedReplies() };
    if (json) write(`${JSON.stringify(all)}\n`);
    else
      write(
        [
          ...all.inbounds.map((p) => `nhận / inbound  ${p.conversation}  ${p.key}  ${p.why}`),
          ...all.replies.map((p) => `gửi / reply  ${p.conversation}  ${p.turn}  ${p.why}`),
          `${all.inbounds.length + all.replies.length}`,
          "",
        ].join("\n"),
      );
    return 0;
  } finally {
    store.close();
  }
}

async function backup(config: Config, file: string | undefined): Promise<number> {
  if (file === undefined)
    throw new CannotGoOn(
      "usage",
      "backup cần tên tệp / needs a file name: npm run cau-noi -- backup copy.db",
    );
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    await store.backup(file);
    write(`Đã chép vào ${file}. / Copied to ${file}.\n`);
    return 0;
  } finally {
    store.close();
  }
}

async function restore(config: Config, file: string | undefined): Promise<number> {
  if (file === undefined)
    throw new CannotGoOn(
      "usage",
      "restore cần tên tệp / needs a file name: npm run cau-noi -- restore copy.db",
    );
  if (!existsSync(file)) {
    throw new CannotGoOn("missing", `Không có tệp ${file}. / There is no file ${file}.`);
  }
  // Opened as a server: refused while one runs on this file. The copy is made next to the old one first.
  const copy = openDatabase(file, "server");
  const kept = `${config.databaseFile}.before-restore-${newCode().slice(0, 6)}`;
  try {
    const present = openDatabase(config.databaseFile, "server");
    await present.backup(kept);
    present.close();
    await copy.backup(config.databaseFile);
  } finally {
    copy.close();
  }
  write(`Đã đưa ${file} trở lại; bản cũ ở ${kept}. / Restored; the former one is ${kept}.\n`);
  return 0;
}
