/** The judge that decides every turn again must notice what it is there for: each mistake planted once. */
import { expect, test } from "vitest";
import {
  blank,
  type ConversationId,
  decide,
  type Inbound,
  type Saved,
  savedSchema,
} from "../../src/flows/index.ts";
import { type Chronicle, type Chronicles, replayed, strayNotes } from "../support/process/judge.ts";
import { aHelper, morning, theLibrary } from "../support/talk.ts";

const hoa = aHelper("hoa");
const by = { id: hoa.id, name: hoa.name, role: hoa.role };
const world = { library: theLibrary(), roster: [hoa] };
const id = "c1" as ConversationId;

/** A resident who asks, is claimed and talks, as an uncrashed run keeps it. */
function aChronicle(): { chronicle: Chronicle; notes: Map<string, { to: string; kind: string }> } {
  const notes = new Map<string, { to: string; kind: string }>();
  const kept: Array<Chronicle["kept"][number]> = [];
  const replies: Array<Chronicle["replies"][number]> = [];
  let saved: Saved = blank;
  const meets = (inbound: Inbound) => {
    const turn = kept.length + 1;
    const at = morning + turn * 1000;
    const decision = decide(saved, inbound, {
      ...world,
      now: at,
      conversation: id,
      revision: turn,
      channel: "web",
    });
    saved = savedSchema.parse(JSON.parse(JSON.stringify(decision.saved)));
    let answer: unknown;
    decision.effects.forEach((effect, position) => {
      if (effect.do === "say")
        replies.push({ turn, position, at, state: "sent", reply: effect.reply });
      if (effect.do === "note")
        notes.set(`${id}/${turn}/${position}`, { to: effect.to, kind: effect.note.kind });
      if (effect.do === "answer-act") answer = { ok: effect.ok };
    });
    kept.push({ account: "web", key: `k${turn}`, inbound, answer, at, turn });
  };
  const newest = () => {
    const said = replies.findLast(({ reply }) => reply.choices.length > 0);
    return { turn: said?.turn ?? 0, choices: said?.reply.choices ?? [] };
  };
  const presses = (wanted: RegExp) => {
    const { turn, choices } = newest();
    const choice = choices.find(({ id: each }) => wanted.test(each));
    if (choice === undefined) throw new Error(`none of ${JSON.stringify(choices)}`);
    meets({ kind: "press", turn, choice: choice.id });
  };

  meets({ kind: "arrived" });
  meets({ kind: "words", text: "bà muốn làm khai sinh cho cháu", masked: [] });
  presses(/^c:/);
  meets({ kind: "words", text: "gặp người giúp", masked: [] });
  meets({ kind: "words", text: "Nà Khau", masked: [] });
  presses(/anyone/);
  const open = saved.case;
  if (open === undefined) throw new Error("no case was opened");
  meets({ kind: "case-claim", case: open.id, by });
  meets({ kind: "words", text: "cháu ơi bà vướng chỗ này", masked: [] });

  const row: Chronicle["row"] = {
    id,
    account: "web" as Chronicle["row"]["account"],
    channel: "web",
    commune: "tan-an",
    peer: "p",
    revision: kept.length,
    saved,
  };
  return { chronicle: { row, kept, replies }, notes };
}

test("what an uncrashed run keeps has nothing to complain of, and its claim is counted", () => {
  const { chronicle, notes } = aChronicle();

  const judged = replayed(chronicle, world, notes);

  expect(judged.complaints).toEqual([]);
  expect(judged.claims).toBe(1);
  expect(judged.steps).toBeGreaterThan(0);
});

const mistakes: Record<string, (of: Chronicle, notes: Map<string, unknown>) => Chronicle> = {
  "an inbound was lost, and the turns moved up": (of) => ({
    ...of,
    kept: of.kept.filter(({ turn }) => turn !== 3).map((k, i) => ({ ...k, turn: i + 1 })),
  }),
  "an inbound is gone from the inbox": (of) => ({
    ...of,
    kept: of.kept.filter(({ turn }) => turn !== 3),
  }),
  "an inbound was taken twice": (of) => ({
    ...of,
    row: { ...of.row, revision: of.row.revision + 1 },
    kept: [...of.kept, ...of.kept.slice(-1).map((k) => ({ ...k, turn: k.turn + 1 }))],
  }),
  "a reply is missing": (of) => ({ ...of, replies: of.replies.slice(0, -1) }),
  "a reply was written twice": (of) => ({
    ...of,
    replies: [...of.replies, ...of.replies.slice(-1)],
  }),
  "a reply has other words": (of) => ({
    ...of,
    replies: of.replies.map((r, i) => (i === 2 ? { ...r, reply: { ...r.reply, text: "?" } } : r)),
  }),
  "a reply has other buttons": (of) => ({
    ...of,
    replies: of.replies.map((r, i) => (i === 1 ? { ...r, reply: { ...r.reply, choices: [] } } : r)),
  }),
  "the conversation was kept as it was a turn before": (of) => ({
    ...of,
    row: { ...of.row, saved: { ...of.row.saved, state: "need" } },
  }),
  "an answer is forgotten": (of) => ({
    ...of,
    row: {
      ...of.row,
      saved: {
        ...of.row.saved,
        journeys: of.row.saved.journeys.map((j) => ({ ...j, answers: {} })),
      },
    },
  }),
  "the claim was answered with no": (of) => ({
    ...of,
    kept: of.kept.map((k) =>
      k.inbound.kind === "case-claim" ? { ...k, answer: { ok: false } } : k,
    ),
  }),
  "a note to the helper was not left": (of, notes) => {
    notes.delete([...notes.keys()].at(-1) ?? "");
    return of;
  },
  "a note went to somebody else": (of, notes) => {
    notes.set([...notes.keys()].at(-1) ?? "", { to: "somebody", kind: "yours" });
    return of;
  },
};

test.each(Object.keys(mistakes))("%s: noticed", (name) => {
  const { chronicle, notes } = aChronicle();

  const spoiled = mistakes[name]?.(chronicle, notes) ?? chronicle;

  expect(replayed(spoiled, world, notes).complaints).not.toEqual([]);
});

test("a note that no turn has left is noticed", () => {
  const { chronicle, notes } = aChronicle();
  const found = (more: ReadonlyMap<string, { to: string; kind: string }>) =>
    strayNotes({ all: [chronicle], pending: 0, parked: 0, notes: more } satisfies Chronicles);

  const made = new Map([...notes, [`${id}/99/0`, { to: "somebody", kind: "yours" }]]);

  expect(found(notes)).toEqual([]);
  expect(found(made)).toEqual([`${id}/99/0`]);
});
