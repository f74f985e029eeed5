/** Screens show one thing to press; labels are shown on a screen; what matters is proved. */
import { doubtful, type Fault, wrong } from "./fault.ts";
import { type Reading, spotOf } from "./parts.ts";

export function screenFaults({ draft, parts }: Reading): Fault[] {
  const drawn = Object.entries(draft.screens).flatMap(([key, { file, is }]): Fault[] => {
    const id = key.slice(key.indexOf("/") + 1);
    const presses = is.elements.filter(({ press }) => press === true).length;
    if (presses === 1) return [];
    return [
      wrong(
        { file, at: [id, "elements"] },
        presses === 0
          ? {
              vi: `màn hình "${id}" chưa chỉ chỗ nào để bấm.`,
              en: `the screen "${id}" marks nothing to press.`,
            }
          : {
              vi: `màn hình "${id}" chỉ ${presses} chỗ bấm một lúc.`,
              en: `the screen "${id}" marks ${presses} things to press.`,
            },
        {
          vi: "Ghi press: true ở đúng một phần tử.",
          en: "Write press: true at exactly one element.",
        },
      ),
    ];
  });
  const steps = parts.flatMap((part) =>
    Object.entries(part.steps).flatMap(([id, step]): Fault[] => {
      if (step.kind !== "do") return [];
      const label = /“([^”]+)”/u.exec(step.says.vi)?.[1];
      const undrawn =
        step.screen !== undefined || (label === undefined && step.here === true)
          ? []
          : [
              doubtful(
                spotOf(part, id, "says"),
                label === undefined
                  ? {
                      vi: "việc làm ngoài khung chat mà chưa có màn hình (screen) để chỉ.",
                      en: "is done outside the chat and has no screen to show.",
                    }
                  : {
                      vi: `bảo bấm “${label}” mà chưa có màn hình (screen) để chỉ.`,
                      en: `names the label “${label}” without a screen to show it.`,
                    },
                {
                  vi: "Tả màn hình trong screens/ rồi ghi screen ở bước này.",
                  en: "Describe the screen in screens/ and name it here.",
                },
              ),
            ];
      const unproved =
        step.prove === true || !/thành công/iu.test(step.sign.vi)
          ? []
          : [
              doubtful(
                spotOf(part, id, "sign"),
                {
                  vi: "dấu hiệu này quan trọng mà chưa hỏi lại cho chắc.",
                  en: "waits for a sign that matters and does not ask about it.",
                },
                { vi: "Ghi prove: true.", en: "Write prove: true." },
              ),
            ];
      return [...undrawn, ...unproved];
    }),
  );
  return [...drawn, ...steps];
}
