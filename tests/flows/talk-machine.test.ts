/** The conversation machine itself: its names exist, its states answer everything, and there is always a way out. */
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type CaseId,
  decide,
  type MediaId,
  type Saved,
  savedSchema,
  type World,
} from "../../src/flows/index.ts";
import type { TalkEvent } from "../../src/flows/talk/event.ts";
import { acts } from "../../src/flows/talk/machine/acts.ts";
import { guards } from "../../src/flows/talk/machine/guards.ts";
import { talkMachine } from "../../src/flows/talk/machine.ts";
import { states } from "../../src/flows/talk/questions.ts";
import {
  aHelper,
  minute,
  morning,
  type Player,
  prepare,
  theLibrary,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** The names in every table of a folder of the machine. */
async function namesInTables(folder: "acts" | "guards"): Promise<string[]> {
  const at = new URL(`../../src/flows/talk/machine/${folder}/`, import.meta.url);
  const files = readdirSync(at).map((file) => import(new URL(file, at).href) as Promise<object>);
  const tables = (await Promise.all(files)).flatMap((file): object[] => Object.values(file));
  return tables.flatMap((table) => Object.keys(table));
}

interface Named {
  readonly type?: string;
}
type Node = Readonly<Record<string, unknown>>;

/** Every action and guard named anywhere in a machine's configuration, and every `#target`. */
function namesIn(config: unknown) {
  const actions = new Set<string>();
  const guards = new Set<string>();
  const targets = new Set<string>();
  const add = (to: Set<string>, value: unknown) => {
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === "string") to.add(one);
      else if (typeof one === "object" && one !== null) to.add((one as Named).type ?? "");
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (typeof node === "object" && node !== null)
      for (const [key, value] of Object.entries(node as Node)) {
        if (key === "actions" || key === "entry" || key === "exit") add(actions, value);
        else if (key === "guard") add(guards, value);
        else if (key === "target") add(targets, value);
        else visit(value);
      }
  };
  visit(config);
  return { actions: [...actions], guards: [...guards], targets: [...targets] };
}

/** Names of a configuration that its implementation does not know. */
function unknownNames(config: unknown, known: { actions: object; guards: object }): string[] {
  const { actions, guards } = namesIn(config);
  return [
    ...actions.filter((name) => !Object.hasOwn(known.actions, name)),
    ...guards.filter((name) => !Object.hasOwn(known.guards, name)),
  ];
}

describe("the configuration", () => {
  const { implementations } = talkMachine;

  test("names only acts and guards that exist", () => {
    expect(unknownNames(talkMachine.config, implementations)).toEqual([]);
  });

  test("a planted wrong name is noticed", () => {
    const planted = {
      states: { need: { on: { menu: [{ guard: "clearr", actions: ["showAgain", "greett"] }] } } },
    };
    expect(unknownNames(planted, implementations)).toEqual(["greett", "clearr"]);
  });

  test("uses every act and guard it is given", () => {
    const { actions, guards } = namesIn(talkMachine.config);
    expect(Object.keys(implementations.actions).filter((name) => !actions.includes(name))).toEqual(
      [],
    );
    expect(Object.keys(implementations.guards).filter((name) => !guards.includes(name))).toEqual(
      [],
    );
  });

  test.each([
    { folder: "acts", merged: acts },
    { folder: "guards", merged: guards },
  ] as const)("gives none of its $folder twice", async ({ folder, merged }) => {
    const names = await namesInTables(folder);

    expect(names.toSorted()).toEqual(Object.keys(merged).toSorted());
  });

  test("leads to states that exist", () => {
    const { targets } = namesIn(talkMachine.config);
    for (const target of targets.filter((t) => t.startsWith("#")))
      expect(() => talkMachine.getStateNodeById(target.slice(1)), target).not.toThrow();
  });
});

const dung = aHelper("dung");
const by = { id: dung.id, name: dung.name, role: dung.role };

/** One conversation brought into each state a person can stand in. */
function inEveryState(): ReadonlyMap<string, Saved> {
  const found = new Map<string, Saved>();
  const note = (p: Player, name: string = p.saved.state) => void found.set(name, p.saved);
  const open = () => {
    const commune = town();
    commune.helper(dung);
    const p = commune.player("ba");
    return { commune, p };
  };
  const onATask = () => {
    const { commune, p } = open();
    p.arrives("tra-cuu-ho-so");
    note(p, "guided.step on a question");
    p.presses("Có mã đây");
    note(p, "asking keep");
    p.presses("Có, nhớ giúp tôi");
    note(p);
    return { commune, p };
  };
  note(open().p, "greeting");
  {
    const { p } = open();
    p.sends({ kind: "beside", by });
    note(p);
  }
  {
    const { p } = open();
    p.arrives();
    note(p);
    p.presses("Khai sinh và giấy hộ tịch");
    note(p);
    p.sends({ kind: "press", turn: p.chat.revision, choice: "f:khai-sinh" });
    p.presses("Chỉ làm khai sinh");
    p.presses("Không cần nhớ");
    p.commands("menu");
    p.arrives("khai-sinh");
    note(p);
  }
  for (const press of [[], ["Không làm được"], ["Khác…"], ["Khác…", "Tạm nghỉ"], ["Thôi"]]) {
    const { p } = open();
    p.arrives();
    p.types("làm thử tra cứu hồ sơ");
    p.presses("Có mã đây");
    for (const label of press) label === "Thôi" ? p.types("thôi không làm nữa") : p.presses(label);
    note(p, p.saved.state === "practised" ? "practised" : `${p.saved.state} in practice`);
  }
  {
    const { p } = open();
    p.types("làm giấy");
    found.set("offered", { ...p.saved, state: "offered", offers: ["khai-sinh", "khai-tu"] });
    found.set("unguided", { ...p.saved, state: "unguided", offers: ["khai-tu"] });
  }
  for (const press of [
    ["Không làm được"],
    ["Không làm được", "Trang quay mãi"],
    ["Không làm được", "Trang quay mãi", "Vẫn chưa được"],
    ["Khác…"],
    ["Khác…", "Sửa câu đã trả lời"],
    ["Không làm được", "Màn hình khác"],
    ["Khác…", "Thôi, không làm nữa"],
    ["Khác…", "Tạm nghỉ"],
    ["làm lại từ đầu"],
    ["Gặp người giúp"],
  ]) {
    const { p } = onATask();
    for (const label of press) {
      if (label === "Màn hình khác" || label === "làm lại từ đầu") p.types(label);
      else p.presses(label);
    }
    note(p, p.saved.state === "asking" ? `asking ${p.saved.asking?.what}` : p.saved.state);
  }
  {
    const { p } = onATask();
    found.set("guided.speech", { ...p.saved, state: "guided.speech" });
    p.presses("Gặp người giúp");
    p.types("Nà Khau");
    note(p, "asking who");
    p.presses("Ai giúp cũng được");
    note(p, `asking ${p.saved.asking?.what}`);
    p.types("bà");
    note(p, "guided.step with a case waiting");
    p.presses("Gặp người giúp");
    p.presses("Gọi điện cho tôi");
    note(p, "asking phone");
    const id = p.saved.case?.id ?? ("" as CaseId);
    p.sends({ kind: "case-claim", case: id, by });
    note(p);
    p.sendsPhoto();
    note(p, "asking photo");
    p.commands("delete");
    note(p, "erasing while held");
    p.sends({
      kind: "case-hand-back",
      case: id,
      by,
      result: { outcome: "meet", at: morning + 90 * minute, place: "nhà văn hoá" },
    });
    note(p, "guided.step before a meeting");
  }
  {
    const { p } = open();
    p.arrives("dang-nhap-cong");
    for (let count = 0; count < 40 && p.saved.state !== "finished"; count += 1) {
      note(p, p.saved.state === "asking" ? `asking ${p.saved.asking?.what}` : p.saved.state);
      const first = p.choices[0] ?? "";
      p.presses(first);
    }
    note(p);
    p.commands("delete");
    note(p);
  }
  {
    const { p } = open();
    found.set("asking remind", {
      ...p.saved,
      state: "asking",
      asking: { what: "remind", afterwards: { go: "return" } },
    });
  }
  return found;
}

const everyState = inEveryState();

test("every state a person can stand in is among those tried", () => {
  const tried = new Set([...everyState.values()].map((saved) => saved.state));
  expect(states.filter((state) => !tried.has(state))).toEqual([]);
});

/** One event of every type; the list is complete because its type says so. */
const events: { readonly [Type in TalkEvent["type"]]: Extract<TalkEvent, { type: Type }> } = {
  arrived: { type: "arrived" },
  beside: { type: "beside", by: { id: "dung" as never, name: "Dũng (mẫu)", role: "trưởng thôn" } },
  moved: { type: "moved" },
  "known-phone": { type: "known-phone", phone: "0912345678" },
  tick: { type: "tick", items: ["birth-paper"] },
  "common-trouble": { type: "common-trouble", trouble: "network" },
  untick: { type: "untick", items: ["birth-paper"] },
  lacking: { type: "lacking" },
  "more-papers": { type: "more-papers", page: 1 },
  need: { type: "need", flows: ["khai-sinh", "khai-tu"], clear: false },
  pick: { type: "pick", flow: "khai-sinh" },
  field: { type: "field", field: "account" },
  resume: { type: "resume", journey: "nobody's" as never },
  anew: { type: "anew" },
  practise: { type: "practise", flows: ["khai-sinh"] },
  "for-real": { type: "for-real" },
  done: { type: "done" },
  "not-done": { type: "not-done" },
  choice: { type: "choice", choice: "at-hand" },
  value: { type: "value", value: "2026-11-25" },
  trouble: { type: "trouble", trouble: "network" },
  "more-troubles": { type: "more-troubles" },
  yes: { type: "yes" },
  no: { type: "no" },
  explain: { type: "explain" },
  repeat: { type: "repeat" },
  "which-press": { type: "which-press" },
  "start-over": { type: "start-over" },
  "own-tongue": { type: "own-tongue", speech: "mong" },
  listen: { type: "listen" },
  back: { type: "back" },
  correct: { type: "correct" },
  "which-screen": { type: "which-screen" },
  more: { type: "more" },
  human: { type: "human" },
  "writes-helper": { type: "writes-helper", text: "chị Dung ơi" },
  "call-me": { type: "call-me" },
  "leave-message": { type: "leave-message" },
  assign: {
    type: "assign",
    note: {
      kind: "case-assign",
      case: "k" as never,
      by: { id: "p" as never, name: "P", role: "r" },
      to: { id: "q" as never, name: "Q", role: "r" },
    },
  },
  stuck: { type: "stuck" },
  later: { type: "later" },
  menu: { type: "menu" },
  cancel: { type: "cancel" },
  stop: { type: "stop" },
  "wrong-thing": { type: "wrong-thing", flows: [] },
  wanted: { type: "wanted", value: "yes" },
  skip: { type: "skip" },
  "take-back": { type: "take-back" },
  address: { type: "address", says: "ba" },
  language: { type: "language" },
  erase: { type: "erase" },
  elsewhere: { type: "elsewhere" },
  moving: { type: "moving", note: { kind: "return-code", given: { is: "unknown" } } },
  aside: { type: "aside", about: "does-it-cost" },
  unread: { type: "unread", why: "sticker" },
  voice: { type: "voice", media: "v" as MediaId },
  photo: { type: "photo", media: "p" as MediaId, caption: "", again: false },
  "same-album": { type: "same-album" },
  "send-voice": { type: "send-voice", media: "v" as MediaId },
  "old-press": { type: "old-press" },
  already: { type: "already" },
  "tell-person": { type: "tell-person", text: "chị ơi" },
  edited: { type: "edited", text: "chị ơi" },
  place: { type: "place", latitude: 22.1, longitude: 105.2 },
  recall: { type: "recall", turn: 1 },
  helped: { type: "helped", well: true },
  undelivered: { type: "undelivered", note: { kind: "undelivered", turn: 1 } },
  unheard: {
    type: "unheard",
    note: {
      kind: "case-unheard",
      case: "k" as never,
      by: { id: "p" as never, name: "P", role: "r" },
    },
  },
  "reached-again": {
    type: "reached-again",
    note: { kind: "reached-again", owes: true, lost: false },
  },
  "send-person": { type: "send-person", media: "v" as MediaId, caption: "" },
  timer: { type: "timer", name: "case-again" },
  claim: { type: "claim", note: { kind: "case-claim", case: "x.k1" as CaseId, by } },
  "case-note": { type: "case-note", note: { kind: "case-release", case: "x.k1" as CaseId, by } },
  "staff-said": {
    type: "staff-said",
    note: { kind: "staff-said", text: "Chào bà, mai bà ra xã nhé", masked: [] },
  },
  "helper-note": {
    type: "helper-note",
    note: { kind: "refused", case: "x.k1" as CaseId, name: "bà", says: "Đã đóng." },
  },
  helping: { type: "helping", act: { act: "list", page: 0 } },
};

/** Events only read while a person holds the case, or only in a propagandist's chat, or met in silence. */
const notForHere = new Set([
  "assign",
  // Changes something said before; nothing is to be said to it.
  "edited",
  "recall",
  "undelivered",
  "known-phone",
  "unheard",
  "reached-again",
  "beside",
  "moved",
  "tell-person",
  "send-person",
  "same-album",
  "timer",
  "helping",
  "photo",
]);

const world = (revision: number): World => ({
  library: theLibrary(),
  roster: [dung],
  now: morning,
  conversation: "ba" as World["conversation"],
  revision,
  channel: "web",
  freshCode: "suối mận chè 4729",
});

describe.each([...everyState].map(([name, saved]) => ({ name, saved })))("$name", ({ saved }) => {
  test.each(Object.values(events))(
    "meets $type without harm, and the person hears something",
    async (event) => {
      const { transition } = await import("xstate");
      const { standingIn } = await import("../../src/flows/talk/decide.ts");
      const talk = { saved, world: world(1000), effects: [] };
      if (event.type === "helping") return;

      const [next] = transition(
        talkMachine as never,
        standingIn(talk) as never,
        event as never,
      ) as unknown as [{ context: { saved: Saved; effects: ReadonlyArray<{ do: string }> } }];

      expect(() => savedSchema.parse(JSON.parse(JSON.stringify(next.context.saved)))).not.toThrow();
      const held = saved.case?.state.is === "claimed";
      const spoken = next.context.effects.some(
        (effect) => effect.do === "say" || effect.do === "note",
      );
      if (!notForHere.has(event.type) && !held) expect(spoken).toBe(true);
    },
  );

  test("leads to a person, or is with one", () => {
    // Before a yes to sitting beside, nobody is called either.
    if (saved.state === "beside") return;
    const { effects, saved: after } = decide(
      saved,
      { kind: "command", command: "human" },
      world(1001),
    );
    expect(effects.some((effect) => effect.do === "say")).toBe(true);
    expect(after.case !== undefined || after.asking?.afterwards.go === "open-case").toBe(true);
  });
});
