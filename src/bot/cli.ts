/** The command line: one word says what to do; `--json` where a program may read the answer. */
import { parseArgs } from "node:util";
import { write } from "./commands/answer.ts";
import { bench } from "./commands/bench.ts";
import { chat } from "./commands/chat.ts";
import { check, evaluateOn, publishFolder } from "./commands/content.ts";
import { backup, restore } from "./commands/copies.ts";
import { inviteSomebody } from "./commands/invite.ts";
import { links } from "./commands/links.ts";
import { book, draw } from "./commands/review.ts";
import { channels, parked, unowned } from "./commands/watch.ts";
import { walkConsent } from "./commands/zalo-consent.ts";
import { readConfig } from "./config.ts";
import { CannotGoOn } from "./errors.ts";
import { startServer } from "./start-server.ts";

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
