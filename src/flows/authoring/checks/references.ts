/** What is named elsewhere must be there: facts, sources, screens, guides, renamed steps, dates to be reminded of. */
import { filesOf } from "../content.ts";
import { didYouMean, doubtful, type Fault, type Spot, wrong } from "./fault.ts";
import { type Part, type Reading, spotOf } from "./parts.ts";

export function referenceFaults(reading: Reading): Fault[] {
  return [
    ...reading.parts.flatMap((part) => [
      ...part.sources.flatMap((source, at) =>
        unknownSource(reading, source, { file: part.file, at: ["sources", at] }),
      ),
      ...unknownScreens(reading, part),
      ...unknownGuides(reading, part),
      ...wrongReminders(part),
      ...wrongDueReminders(reading, part),
      ...wrongRenaming(part),
    ]),
    ...sourcesOfData(reading),
    ...deskFaults(reading),
  ];
}

function unknownSource({ draft, isUnread }: Reading, source: string, spot: Spot): Fault[] {
  if (Object.hasOwn(draft.sources, source) || isUnread(filesOf.sources)) return [];
  return [
    wrong(
      spot,
      {
        vi: `nêu nguồn "${source}", không có trong facts/sources.yaml.`,
        en: `names the source "${source}", which is not in facts/sources.yaml.`,
      },
      didYouMean(source, Object.keys(draft.sources)),
    ),
  ];
}

function sourcesOfData(reading: Reading): Fault[] {
  const { draft } = reading;
  const facts = Object.entries(draft.facts).flatMap(([id, { file, is }]) =>
    unknownSource(reading, is.source, { file, at: [id, "source"] }),
  );
  const screens = Object.entries(draft.screens).flatMap(([key, { file, is }]) =>
    is.elements.flatMap((element, at) =>
      element.source === undefined
        ? []
        : unknownSource(reading, element.source, {
            file,
            at: [lastOf(key), "elements", at, "source"],
          }),
    ),
  );
  return [...facts, ...screens];
}

const lastOf = (key: string) => key.slice(key.indexOf("/") + 1);

function unknownScreens({ draft, isUnread }: Reading, part: Part): Fault[] {
  return Object.entries(part.steps).flatMap(([id, step]) => {
    const screen = "screen" in step ? step.screen : undefined;
    if (screen === undefined || Object.hasOwn(draft.screens, screen)) return [];
    if (isUnread(`screens/${screen.slice(0, screen.indexOf("/"))}.yaml`)) return [];
    return [
      wrong(
        spotOf(part, id, "screen"),
        {
          vi: `dùng màn hình "${screen}", chưa ai tả màn hình này.`,
          en: `shows the screen "${screen}", which nobody has described.`,
        },
        didYouMean(screen, Object.keys(draft.screens)),
      ),
    ];
  });
}

function unknownGuides({ draft, isUnread }: Reading, part: Part): Fault[] {
  const needs = new Set(draft.needs?.map(({ flow }) => flow));
  return Object.entries(part.steps).flatMap(([id, step]) =>
    (step.kind === "finish" ? (step.next ?? []) : []).flatMap((next, at): Fault[] => {
      if (Object.hasOwn(draft.flows, next) || isUnread(`flows/${next}.yaml`)) return [];
      const spot = spotOf(part, id, "next", at);
      if (needs.has(next)) {
        return [
          doubtful(spot, {
            vi: `mời sang bài "${next}", bài này chưa viết nên chưa hiện.`,
            en: `offers "${next}", which is not written yet and so not shown.`,
          }),
        ];
      }
      return [
        wrong(
          spot,
          {
            vi: `mời sang bài "${next}", không có bài nào tên như vậy.`,
            en: `offers "${next}", which is no guide.`,
          },
          didYouMean(next, [...Object.keys(draft.flows), ...needs]),
        ),
      ];
    }),
  );
}

function wrongReminders(part: Part): Fault[] {
  const dates = Object.entries(part.steps)
    .filter(([, step]) => step.kind === "ask" && step.answer === "date")
    .map(([id]) => id);
  return Object.entries(part.steps).flatMap(([id, step]) =>
    ("reminds" in step ? (step.reminds ?? []) : []).flatMap(({ on }, at) =>
      on === undefined || dates.includes(on)
        ? []
        : [
            wrong(
              spotOf(part, id, "reminds", at, "on"),
              {
                vi: `nhắc theo ngày ở "${on}", mà đó không phải bước ask hỏi ngày (answer: date).`,
                en: `reminds by the date of "${on}", which is no step asking for a date (answer: date).`,
              },
              didYouMean(on, dates),
            ),
          ],
    ),
  );
}

function wrongDueReminders({ draft }: Reading, part: Part): Fault[] {
  if ((draft.unread ?? []).some((file) => file.startsWith("facts/"))) return [];
  const counts = Object.entries(draft.facts).flatMap(([id, { is }]) =>
    is.kind === "working-days" ? [id] : [],
  );
  return Object.entries(part.steps).flatMap(([id, step]) =>
    ("reminds" in step ? (step.reminds ?? []) : []).flatMap(({ due }, at) =>
      due === undefined || counts.includes(due)
        ? []
        : [
            wrong(
              spotOf(part, id, "reminds", at, "due"),
              {
                vi: `nhắc theo "${due}", mà đó không phải số ngày làm việc trong facts/ (kind: working-days).`,
                en: `reminds by "${due}", which is no number of working days in facts/ (kind: working-days).`,
              },
              didYouMean(due, counts),
            ),
          ],
    ),
  );
}

function wrongRenaming(part: Part): Fault[] {
  return Object.entries(part.flow?.renamed ?? {}).flatMap(([old, now]): Fault[] => {
    const spot = { file: part.file, at: ["renamed", old] };
    if (!Object.hasOwn(part.steps, now)) {
      return [
        wrong(
          spot,
          {
            vi: `"${old}" đổi tên thành "${now}", không có bước nào tên như vậy.`,
            en: `renames "${old}" to "${now}", which is not a step of this flow.`,
          },
          didYouMean(now, Object.keys(part.steps)),
        ),
      ];
    }
    if (!Object.hasOwn(part.steps, old)) return [];
    return [
      wrong(
        spot,
        {
          vi: `"${old}" đã đổi tên, mà vẫn còn bước tên "${old}".`,
          en: `renames "${old}", but there still is a step "${old}".`,
        },
        { vi: "Bỏ dòng này, hoặc bỏ bước cũ.", en: "Remove this line, or the old step." },
      ),
    ];
  });
}

function deskFaults(reading: Reading): Fault[] {
  const { draft, isUnread } = reading;
  const { desk, places } = draft;
  if (desk === undefined) return [];
  const file = filesOf.desk;
  const communes = places?.communes.map(({ id }) => id);
  const commune =
    communes === undefined || communes.includes(desk.commune)
      ? []
      : [
          wrong(
            { file, at: ["commune"] },
            {
              vi: `xã "${desk.commune}" không có trong places/.`,
              en: `the commune "${desk.commune}" is not in places/.`,
            },
            didYouMean(desk.commune, communes),
          ),
        ];
  const wanted = desk["telephone-fact"];
  const fact = Object.hasOwn(draft.facts, wanted) ? draft.facts[wanted]?.is : undefined;
  const phones = Object.entries(draft.facts).flatMap(([id, { is }]) =>
    is.kind === "phone" ? [id] : [],
  );
  const someUnread = (draft.unread ?? []).some((path) => path.startsWith("facts/"));
  const telephone =
    fact?.kind === "phone" || (fact === undefined && (someUnread || isUnread(file)))
      ? []
      : [
          wrong(
            { file, at: ["telephone-fact"] },
            {
              vi: `"${wanted}" không phải là số điện thoại trong facts/ (kind: phone).`,
              en: `"${wanted}" is no fact of kind: phone.`,
            },
            didYouMean(wanted, phones),
          ),
        ];
  const menu = (desk.menu ?? []).flatMap((flow, position) =>
    Object.hasOwn(draft.flows, flow) || someFlowUnread(draft)
      ? []
      : [
          wrong(
            { file, at: ["menu", position] },
            {
              vi: `bảng chọn nêu bài "${flow}", không có bài nào tên như vậy.`,
              en: `the menu names "${flow}", which is no flow.`,
            },
            didYouMean(flow, Object.keys(draft.flows)),
          ),
        ],
  );
  return [...commune, ...telephone, ...menu];
}

const someFlowUnread = (draft: Reading["draft"]): boolean =>
  (draft.unread ?? []).some((path) => path.startsWith("flows/"));
