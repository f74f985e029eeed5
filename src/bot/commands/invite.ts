/** `invite`: a one-time invitation to the desk. */
import { type Rank, ranks } from "../../flows/index.ts";
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { invite } from "../desk/invitations.ts";
import { CannotGoOn } from "../errors.ts";
import { keptNames } from "../running.ts";
import { answer } from "./answer.ts";
import { publishedCommune, visit, webRootOf } from "./visit.ts";

const usualTitle: Readonly<Record<Rank, string>> = {
  propagandist: "Tuyên truyền viên",
  author: "Cán bộ viết bài",
  manager: "Lãnh đạo xã",
  coordinator: "Điều phối",
};

const isRank = (rank: unknown): rank is Rank => ranks.some((known) => known === rank);

export function inviteSomebody(
  config: Config,
  values: Readonly<Record<string, string | boolean | undefined>>,
  json: boolean,
): Promise<number> {
  const rank = values["role"] ?? "propagandist";
  const name = values["name"];
  if (typeof name !== "string" || name.trim() === "" || !isRank(rank)) {
    throw new CannotGoOn(
      "usage",
      "invite needs --name, and --role propagandist, author, manager or coordinator. / Cần --name, và --role propagandist, author, manager hoặc coordinator.",
    );
  }
  return visit(config, (store) => {
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
        webRoot: webRootOf(config, store),
        botName: store.setting(keptNames.botName),
      },
    );
    const all = {
      code: invited.code,
      telegram: invited.telegram ?? null,
      zalo: invited.zalo ?? null,
      web: invited.web,
    };
    answer(
      json,
      all,
      `Mã mời (48 giờ, dùng một lần) / invitation: ${invited.code}\n  web:      ${invited.web}\n${invited.telegram === undefined ? "" : `  Telegram: ${invited.telegram}\n`}`,
    );
    return 0;
  });
}
