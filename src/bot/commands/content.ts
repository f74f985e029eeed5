/** `check`, `publish` and `eval`: what the content folder says, whether it may be used, and how well it is understood. */
import { dayOf } from "../../flows/index.ts";
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { describeProblems } from "../content/describe-problems.ts";
import { describeEvaluation, evaluateFile } from "../content/evaluate-file.ts";
import { libraryOf } from "../content/library.ts";
import { publicationOf } from "../content/publication.ts";
import { type Published, publish } from "../content/publish.ts";
import { examineContent, hasErrors, readContent } from "../content/read-content.ts";
import { partsSet } from "../content/set-on-desk.ts";
import { CannotGoOn } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { answer, write } from "./answer.ts";
import { publishedCommune, visit } from "./visit.ts";

export function check(config: Config, language: "vi" | "en", json: boolean): number {
  const { problems } = examineContent(config.contentDir, dayOf(realClock.now()));
  answer(json, { problems }, `${describeProblems(problems, language, config.contentDir)}\n`);
  return hasErrors(problems) ? 1 : 0;
}

export function publishFolder(
  config: Config,
  language: "vi" | "en",
  json: boolean,
  dryRun: boolean,
): Promise<number> {
  return visit(config, (store) => {
    const published = publish(store, config.contentDir, realClock.now(), { dryRun });
    answer(
      json,
      published,
      published.outcome === "refused"
        ? `${describeProblems(published.problems, language, config.contentDir)}\n`
        : `${described(published)}${setOnDesk(store)}`,
    );
    return published.outcome === "refused" ? 1 : 0;
  });
}

/** What a new desk.yaml does not change, as it was set on the desk. */
function setOnDesk(store: Store): string {
  if (store.publicationId() === undefined) return "";
  const parts = partsSet(store.deskChanges(publishedCommune(store)));
  return parts.length === 0
    ? ""
    : `Đặt ở trang điều phối, desk.yaml không đổi được / set on the desk, desk.yaml does not change it: ${parts.join(", ")}\n`;
}

function described(published: Exclude<Published, { outcome: "refused" }>): string {
  const said = {
    published: "Đã đưa ra dùng. / Published.",
    same: "Không có gì mới. / Nothing is new.",
    shown: "Chỉ xem thử, chưa đưa ra dùng. / Shown only, nothing was published.",
  }[published.outcome];
  const standing = published.standing.map((s) => `  ${JSON.stringify(s)}`);
  return [
    said,
    ...published.changedFlows.map((flow) => `  ${flow}`),
    ...(standing.length > 0
      ? ["Đang có người đứng ở bước đã đổi / people stand on changed steps:", ...standing]
      : []),
    "",
  ].join("\n");
}

export function evaluateOn(config: Config, file: string | undefined, json: boolean): number {
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
  answer(
    json,
    { top1, top3, falseAccept, inguide, falseYes, perStyle },
    describeEvaluation(result),
  );
  return 0;
}
