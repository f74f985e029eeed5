/** Roads through a guide for its first transcripts: what a person would press and type, worked out from the guide. */
import { aHelper, morning, type Player, theLibrary, town } from "./talk.ts";
import type { TranscriptFile, TranscriptLine } from "./transcript.ts";

const longest = 90;

function replay(lines: readonly TranscriptLine[]): Player {
  const commune = town({ now: morning });
  commune.helper(aHelper("Dũng"));
  const p = commune.player("người dân", "telegram");
  for (const line of lines) {
    if (line.arrives !== undefined) p.arrives(line.arrives === true ? undefined : line.arrives);
    else if (line.types !== undefined) p.types(line.types);
    else if (line.presses !== undefined) p.presses(line.presses);
    else if (line.command !== undefined) p.commands(line.command);
  }
  return p;
}

const standsOn = (p: Player) => {
  const journey = p.saved.journeys.at(-1);
  const flow = journey === undefined ? undefined : theLibrary().edition(journey.edition);
  return journey === undefined ? undefined : flow?.stepAt(journey.step);
};

/** Goes on from some lines: the first answer to everything, the next one where a question comes again. */
function straightOn(begun: readonly TranscriptLine[], most: number): TranscriptLine[] {
  const lines = [...begun];
  const met = new Map<string, number>();
  for (let count = 0; count < most; count += 1) {
    const p = replay(lines);
    const step = standsOn(p);
    const { language, state } = p.saved;
    if (state === "finished" || step === undefined) break;
    if (state === "asking" || state === "guided.proving") {
      lines.push({ presses: p.choices[0] });
    } else if (step.kind === "choose") {
      const id = p.step ?? "";
      const choices = Object.values(step.choices);
      const choice = choices[Math.min(met.get(id) ?? 0, choices.length - 1)];
      met.set(id, (met.get(id) ?? 0) + 1);
      lines.push({ presses: choice?.says[language] });
    } else if (step.kind === "gather") {
      // The first paper by its button, then all of them at once.
      const id = p.step ?? "";
      const [paper] = Object.values(step.items);
      const again = met.get(id) ?? 0;
      met.set(id, again + 1);
      const all = theLibrary().phrases[language]["gather-all"];
      lines.push({ presses: again === 0 ? paper?.says[language] : all });
    } else if (step.kind === "do") lines.push({ presses: language === "vi" ? "Xong rồi" : "Done" });
    else if (step.kind === "ask")
      lines.push({ types: step.answer === "date" ? "30/11/2026" : "G22.99.08-251124-0012" });
    else break;
  }
  return lines;
}

/** The first lines of a road, up to a task with a trouble that is mended in words; else to its first task. */
function toATask(lines: readonly TranscriptLine[]) {
  const heads = lines.map((_line, at) => lines.slice(0, at + 1));
  const found = heads.flatMap((head) => {
    const p = replay(head);
    const step = p.saved.state === "guided.step" ? standsOn(p) : undefined;
    if (step?.kind === "gather") return [{ head, papers: true, trouble: undefined }];
    if (step?.kind !== "do") return [];
    const troubles = Object.values(step.troubles ?? {}).slice(0, 3);
    const trouble = troubles.find((t) => t.fix !== undefined)?.says.vi;
    return [{ head, papers: false, trouble }];
  });
  return (
    found.find(({ trouble }) => trouble !== undefined) ??
    found.find(({ papers }) => !papers) ??
    found[0]
  );
}

/** A file of transcripts for a guide that has none yet; what is said is recorded afterwards. */
export function transcriptsFor(flowId: string): TranscriptFile {
  const straight = straightOn(
    [{ arrives: true }, { types: "bà đang ở nhà" }, { arrives: flowId }],
    longest,
  );
  const english = straightOn(
    [{ arrives: true }, { types: "English please" }, { arrives: flowId }],
    12,
  );
  const task = toATask(straight);
  const first = straight.slice(0, 5);
  // On a list of papers the usual buttons are said instead.
  const press = (says: string) => (task?.papers === true ? { types: says } : { presses: says });
  const detours: TranscriptFile["transcripts"] =
    task === undefined
      ? []
      : [
          {
            name: "troubles, and a neighbour who comes",
            lines: [
              ...task.head,
              press("Không làm được"),
              ...(task.trouble === undefined
                ? [{ command: "human" as const }]
                : [{ presses: task.trouble }, { presses: "Vẫn chưa được" }, { types: "vâng" }]),
              { types: "Nà Khau" },
              { presses: "Ai giúp cũng được" },
              { waits: "2 minutes" },
              { helper: "claims" },
              { types: "anh ơi nó không hiện gì cả" },
              { helper: "Dạ, để em xem cùng nhé." },
              { helper: "still-here" },
            ],
          },
          {
            name: "nobody comes, and the guide goes on meanwhile",
            lines: [
              ...task.head,
              press("Gặp người giúp"),
              { presses: "Không nói thôn" },
              { presses: "Một chị phụ nữ" },
              { waits: "11 minutes" },
              { presses: "Gọi điện cho tôi" },
              { types: "0912 345 678" },
              press("Xong rồi"),
              { types: "gặp người giúp" },
              { presses: "Thôi, không cần giúp nữa" },
            ],
          },
          {
            name: "side questions and the way back",
            lines: [
              ...task.head,
              { types: "có phải lừa đảo không" },
              { types: "máy hay người đấy" },
              { types: "vâng" },
              { types: "Mã OTP của tôi là 482913" },
              { sends: "photo" },
              { sends: "voice" },
              { presses: "Làm tiếp" },
              { types: "chỉ kỹ hơn" },
              { types: "asdf" },
              { types: "qwer" },
            ],
          },
          {
            name: "rest and resume",
            lines: [
              ...task.head,
              { presses: "Khác…" },
              { presses: "Tạm nghỉ" },
              { waits: "2 days" },
              { arrives: true },
              { types: "xong rồi" },
            ],
          },
        ];
  return {
    flow: flowId,
    transcripts: [
      { name: "the straight road", lines: straight },
      {
        name: "back, and another answer",
        lines: [
          ...first,
          { types: "quay lại" },
          { types: "2" },
          { types: "quay lại" },
          { types: "1" },
        ],
      },
      ...detours,
      { name: "in English", lines: english },
    ],
  };
}
