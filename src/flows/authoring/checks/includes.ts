/** Parts used inside others: they exist, do not contain themselves, and lead on. */
import { didYouMean, type Fault, wrong } from "./fault.ts";
import { includesOf, nameOf, type Part, type Reading, spotOf } from "./parts.ts";

export function includeFaults({ parts, isUnread }: Reading): Fault[] {
  const known = new Map(parts.map((part) => [`${part.kind}:${part.id}`, part]));
  return parts.flatMap((part) =>
    includesOf(part.steps).flatMap(([id, include]): Fault[] => {
      const name = nameOf(include);
      const [kind = "", wanted = ""] = name.split(":");
      const key = kind === "flow" ? "flow" : "fragment";
      const inner = known.get(name);
      if (inner === undefined) {
        if (isUnread(`${key}s/${wanted}.yaml`)) return [];
        const others = parts.filter((other) => other.kind === key).map((other) => other.id);
        return [
          wrong(
            spotOf(part, id, key),
            {
              vi: `dùng ${key} "${wanted}", chưa có ${key} nào tên như vậy.`,
              en: `includes the ${key} "${wanted}", which does not exist.`,
            },
            didYouMean(wanted, others),
          ),
        ];
      }
      const circle = circleThrough(`${part.kind}:${part.id}`, name, known);
      if (circle !== undefined) {
        return [
          wrong(
            spotOf(part, id, key),
            {
              vi: `dùng ${key} "${wanted}", mà phần đó lại dùng chính bài này: ${circle}.`,
              en: `includes the ${key} "${wanted}", which includes this one again: ${circle}.`,
            },
            { vi: "Bỏ một trong các chỗ include này.", en: "Remove one of these includes." },
          ),
        ];
      }
      return cannotLeadOn(part, id, key, wanted, inner);
    }),
  );
}

function cannotLeadOn(part: Part, id: string, key: string, wanted: string, inner: Part): Fault[] {
  const ends = Object.entries(inner.steps).filter(
    ([, step]) => step.kind === "finish" && step.outcome === "done",
  );
  if (ends.length === 0) {
    return [
      wrong(
        spotOf(part, id, key),
        {
          vi: `${key} "${wanted}" không có bước finish nào với outcome: done, nên đi vào rồi không đi tiếp được.`,
          en: `the ${key} "${wanted}" has no finish with outcome: done, so nobody comes out of it.`,
        },
        {
          vi: `Thêm một bước finish, outcome: done vào ${inner.file}.`,
          en: `Give ${inner.file} a finish with outcome: done.`,
        },
      ),
    ];
  }
  if (ends.some(([end]) => end === inner.begins)) {
    return [
      wrong(
        spotOf(part, id, key),
        {
          vi: `${key} "${wanted}" bắt đầu ngay ở bước finish, không có gì để làm.`,
          en: `the ${key} "${wanted}" begins at its own finish: there is nothing in it to do.`,
        },
        { vi: "Bỏ chỗ include này.", en: "Remove this include." },
      ),
    ];
  }
  return [];
}

/** "flow a → fragment b → flow a", when `from`, entered through `by`, comes back to itself. */
function circleThrough(
  from: string,
  by: string,
  known: ReadonlyMap<string, Part>,
): string | undefined {
  const search = (at: string, road: readonly string[]): readonly string[] | undefined => {
    if (at === from) return road;
    const part = known.get(at);
    if (part === undefined) return undefined;
    for (const [, include] of includesOf(part.steps)) {
      const next = nameOf(include);
      if (next !== from && road.includes(next)) continue;
      const found = search(next, [...road, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const road = search(by, [from, by]);
  return road?.map((name) => name.replace(":", " ")).join(" → ");
}
