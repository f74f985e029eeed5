/** Problems as an author reads them: the place, what is wrong, the way out. */
import type { Language } from "../../flows/index.ts";
import type { Problem } from "./read-content.ts";

const words = {
  vi: {
    step: "bước",
    warning: "Nên xem lại",
    errors: "chỗ phải sửa",
    warnings: "chỗ nên xem lại",
    none: "Không có gì sai.",
  },
  en: {
    step: "step",
    warning: "Worth a look",
    errors: "to be mended",
    warnings: "worth a look",
    none: "Nothing is wrong.",
  },
} as const;

/**
 * Vietnamese first, as authors are; `folder` is put before each file name.
 *
 *     content/flows/tam-tru.yaml:12, bước "home":
 *       đi tới "paper-rented", không có bước nào tên như vậy.
 *       Có phải ý là "papers-rented" không?
 */
export function describeProblems(
  problems: readonly Problem[],
  language: Language = "vi",
  folder = "content",
): string {
  const say = words[language];
  if (problems.length === 0) return say.none;
  const blocks = problems.map((problem) => {
    const { file, line, step, weight } = problem;
    const place = `${folder}/${file}${line === undefined ? "" : `:${line}`}${step === undefined ? "" : `, ${say.step} "${step}"`}:`;
    const { says, tries } = language === "vi" ? problem : problem.en;
    const mild = weight === "warning" ? `(${say.warning}) ` : "";
    return [place, `  ${mild}${says}`, ...(tries === undefined ? [] : [`  ${tries}`])].join("\n");
  });
  const errors = problems.filter(({ weight }) => weight === "error").length;
  const summary = [
    ...(errors > 0 ? [`${errors} ${say.errors}`] : []),
    ...(problems.length > errors ? [`${problems.length - errors} ${say.warnings}`] : []),
  ].join(", ");
  return `${blocks.join("\n\n")}\n\n${summary}.`;
}
