/** Parts used inside others: they exist, do not contain themselves, and lead on. */
import type { IncludeStep } from "../flow-schema.ts";
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
      const cannot = cannotLeadOn(part, id, key, wanted, inner);
      return cannot.length > 0 ? cannot : wrongEntrance(part, id, include, inner);
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

/** Where an include enters further on: a step of that part, with something to do, and no date asked only before it. */
function wrongEntrance(part: Part, id: string, include: IncludeStep, inner: Part): Fault[] {
  const { begins } = include;
  if (begins === undefined) return [];
  const spot = spotOf(part, id, "begins");
  const entered = Object.hasOwn(inner.steps, begins) ? inner.steps[begins] : undefined;
  if (entered === undefined) {
    return [
      wrong(
        spot,
        {
          vi: `vào từ bước "${begins}", mà ${inner.file} không có bước nào tên như vậy.`,
          en: `enters at "${begins}", which is not a step of ${inner.file}.`,
        },
        didYouMean(begins, Object.keys(inner.steps)),
      ),
    ];
  }
  if (entered.kind === "finish") {
    return [
      wrong(
        spot,
        {
          vi: `vào ngay bước kết thúc "${begins}", không còn gì để làm.`,
          en: `enters at "${begins}", which is an end: there is nothing left to do.`,
        },
        {
          vi: "Chọn một bước ở trước đó, hoặc bỏ chỗ include này.",
          en: "Choose a step before it, or remove this include.",
        },
      ),
    ];
  }
  const steps = part.expanded?.steps ?? {};
  const dates = Object.entries(steps).flatMap(([step, is]) =>
    step.startsWith(`${id}/`) && "reminds" in is
      ? (is.reminds ?? []).flatMap(({ on }) => (on === undefined || on in steps ? [] : [on]))
      : [],
  );
  return [...new Set(dates)].map((date) => {
    const asked = date.slice(id.length + 1);
    return wrong(
      spot,
      {
        vi: `vào từ bước "${begins}" thì không hỏi ngày ở "${asked}", mà sau đó lại nhắc theo ngày ấy.`,
        en: `enters at "${begins}", after the date of "${asked}", by which it reminds later.`,
      },
      {
        vi: `Vào từ bước "${asked}" hay trước đó.`,
        en: `Enter at "${asked}" or before it.`,
      },
    );
  });
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
