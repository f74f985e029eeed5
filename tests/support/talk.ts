/**
 * A small commune to try the deciding half in: conversations that leave notes in each other, timers that
 * come when time is moved, and a restart (what was kept becomes JSON and is parsed again) between any two inbounds.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deserialize } from "node:v8";
import { libraryOf } from "../../src/bot/content/library.ts";
import { publicationOf } from "../../src/bot/content/publication.ts";
import { examineContent } from "../../src/bot/content/read-content.ts";
import {
  blank,
  type CameBy,
  type Content,
  type ConversationId,
  dayOf,
  decide,
  type Effect,
  type Inbound,
  type Instant,
  inboundSchema,
  type Library,
  type MediaId,
  maskSecrets,
  type PropagandistId,
  type Recorded,
  type Remark,
  type Reply,
  type RosterEntry,
  type Saved,
  savedSchema,
  type World,
} from "../../src/flows/index.ts";
import { faultsIn } from "./said-well.ts";

export const minute = 60 * 1000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** 24 November 2026, a Tuesday, 9:00 in Vietnam. */
export const morning = Date.parse("2026-11-24T02:00:00Z");

const contentFolder = fileURLToPath(new URL("../../content", import.meta.url));

let shippedContent: Content | undefined;
let shippedLibrary: Library | undefined;

/** Where a run of all tests says in which file the content lies that it has read for all of them. */
export const readOnceUnder = "CAU_NOI_TEST_CONTENT";

export function readShipped(): Content {
  const { content, problems } = examineContent(contentFolder, dayOf(morning));
  if (content === undefined) throw new Error(`content: ${JSON.stringify(problems.slice(0, 3))}`);
  return content;
}

/** The content that ships, as it was read; change a copy to publish another edition. */
export function theContent(): Content {
  const read = process.env[readOnceUnder];
  shippedContent ??=
    read === undefined ? readShipped() : (deserialize(readFileSync(read)) as Content);
  return structuredClone(shippedContent);
}

/** What the shipped content publishes. */
export function theLibrary(): Library {
  shippedLibrary ??= libraryOf(publicationOf(theContent(), morning));
  return shippedLibrary;
}

/** Learning how people ask takes a while on a busy machine; no test should wait for it. */
export function prepare(): void {
  theLibrary().readNeed("khai sinh");
}

/** A library of other content; editions of the libraries before it are still known. */
export function libraryAfter(content: Content, ...before: readonly Library[]): Library {
  const library = libraryOf(publicationOf(content, morning));
  return {
    ...library,
    edition: (id) =>
      library.edition(id) ?? before.map((b) => b.edition(id)).find((e) => e !== undefined),
  };
}

/** A propagandist; on duty in Nà Khau unless said otherwise. */
export function aHelper(name: string, more: Partial<RosterEntry> = {}): RosterEntry {
  return {
    id: name as PropagandistId,
    name: `${name.charAt(0).toLocaleUpperCase("vi")}${name.slice(1)} (mẫu)`,
    role: "trưởng thôn",
    woman: false,
    office: false,
    villages: ["na-khau"],
    groups: [],
    groupVillages: [],
    knows: [],
    speaks: ["vi"],
    onDuty: true,
    open: 0,
    calls: 0,
    conversation: `chat-of-${name}` as ConversationId,
    ...more,
  };
}

interface Timer {
  readonly at: Instant;
  readonly scope: string;
  readonly about?: string;
}

/** One reply as it was said, with the turn a press on it carries. */
export interface Line extends Reply {
  readonly turn: number;
}

export interface Chat {
  readonly id: ConversationId;
  saved: Saved;
  revision: number;
  readonly timers: Map<string, Timer>;
  /** Everything ever said here. */
  readonly said: Line[];
  /** Everything that ever happened here. */
  readonly met: Inbound[];
  /** Of the newest turn. */
  effects: readonly Effect[];
  channel: World["channel"];
  returnCode: string | undefined;
}

export interface TownOptions {
  readonly roster?: readonly RosterEntry[];
  readonly now?: Instant;
  readonly library?: Library;
  readonly recorded?: readonly Recorded[];
  /** What was handed out: a link's payload, or the words typed in its place. */
  readonly waysIn?: readonly CameBy[];
}

export type Town = ReturnType<typeof town>;
export type Player = ReturnType<Town["player"]>;

export function town(options: TownOptions = {}) {
  let now = options.now ?? morning;
  let library = options.library ?? theLibrary();
  let roster = [...(options.roster ?? [])];
  let recorded = options.recorded ?? [];
  const chats = new Map<ConversationId, Chat>();
  const remarks: Remark[] = [];
  let readyAnswers: readonly string[] | undefined;

  const chat = (id: string, channel: World["channel"] = "web"): Chat => {
    const known = chats.get(id as ConversationId);
    if (known !== undefined) return known;
    const made: Chat = {
      id: id as ConversationId,
      saved: blank,
      revision: 0,
      timers: new Map(),
      said: [],
      met: [],
      effects: [],
      channel,
      returnCode: undefined,
    };
    chats.set(made.id, made);
    return made;
  };

  const turn = (to: Chat, inbound: Inbound): readonly Line[] => {
    to.revision += 1;
    to.met.push(inbound);
    const world: World = {
      library,
      roster,
      now,
      conversation: to.id,
      revision: to.revision,
      channel: to.channel,
      returnCode: to.returnCode,
      freshCode: `suối mận chè ${String(4000 + chats.size)}`,
      recorded,
      remarks: (of) => remarks.filter((remark) => remark.case === of),
      ...(readyAnswers === undefined ? {} : { readyAnswers: () => readyAnswers ?? [] }),
      cameBy: options.waysIn?.find(
        ({ code }) =>
          (inbound.kind === "words" && inbound.text === code) ||
          (inbound.kind === "arrived" && inbound.payload === code),
      ),
    };
    const before = to.saved;
    const { saved, effects } = decide(before, inboundSchema.parse(inbound), world);
    // The restart: only what JSON keeps and the schema knows goes on.
    to.saved = savedSchema.parse(JSON.parse(JSON.stringify(saved)));
    to.effects = effects;
    const said: Line[] = [];
    const notes: Array<readonly [Chat, Inbound]> = [];
    for (const effect of effects) {
      switch (effect.do) {
        case "say":
          said.push({ ...effect.reply, turn: to.revision });
          break;
        case "timer":
          to.timers.set(effect.name, {
            at: effect.at,
            scope: effect.scope,
            ...(effect.about === undefined ? {} : { about: effect.about }),
          });
          break;
        case "end-timer":
          to.timers.delete(effect.name);
          break;
        case "end-scope":
          for (const [name, timer] of to.timers)
            if (timer.scope === effect.scope) to.timers.delete(name);
          break;
        case "erase":
          to.timers.clear();
          to.returnCode = undefined;
          break;
        case "return-code":
          to.returnCode = effect.code;
          break;
        case "hand-on":
          for (const [name, timer] of to.timers)
            if (/^(?:step|journey):/.test(timer.scope)) chat(effect.to).timers.set(name, timer);
          break;
        case "reads":
          roster = roster.map((p) =>
            p.id === effect.who ? { ...p, language: effect.language } : p,
          );
          break;
        case "duty":
          roster = roster.map((p) => (p.id === effect.who ? { ...p, onDuty: effect.on } : p));
          break;
        case "record":
          recorded = [
            ...recorded.filter(
              (r) => r.mark !== effect.recorded.mark || r.speech !== effect.recorded.speech,
            ),
            { ...effect.recorded, id: `recording-of-${effect.media}` as MediaId, at: now },
          ];
          break;
        case "unrecord":
          recorded = recorded.filter((r) => r.id !== effect.recorded);
          break;
        case "remark":
          remarks.push({ ...effect.remark, at: now });
          break;
        case "note":
          notes.push([chat(effect.to), effect.note]);
          break;
        case "case":
        case "call":
        case "tell":
        case "journey":
        case "stuck":
        case "came-by":
        case "case-answer":
        case "sat-beside":
        case "consent":
        case "remove-inbound":
        case "share-media":
        case "drop-media":
        case "answer-act":
        case "recall":
          break;
      }
    }
    to.said.push(...said);
    const faults = faultsIn(said, to.saved.helping === undefined);
    if (faults.length > 0)
      throw new Error(
        `${before.state} met ${JSON.stringify(inbound)}:\n${faults.join("\n")}\n${said.map((s) => s.text).join("\n---\n")}`,
      );
    for (const [other, note] of notes) turn(other, note);
    return said;
  };

  const nextTimer = (until: Instant) =>
    [...chats.values()]
      .flatMap((of) => [...of.timers].map(([name, timer]) => ({ of, name, ...timer })))
      .filter((timer) => timer.at <= until)
      .toSorted((a, b) => a.at - b.at)[0];

  const player = (id: string, channel: World["channel"] = "web") => {
    const own = chat(id, channel);
    const newest = () => own.said.findLast((line) => line.choices.length > 0);
    const me = {
      chat: own,
      get saved() {
        return own.saved;
      },
      /** The step stood on, or nothing outside a guide. */
      get step() {
        return own.saved.guiding ? own.saved.journeys.at(-1)?.step : undefined;
      },
      get choices() {
        return newest()?.choices.map((c) => c.says) ?? [];
      },
      get heard() {
        return own.said.map((line) => line.text);
      },
      /** Everything that ever happened here, as a store would hold it. */
      get met() {
        return own.met;
      },
      sends: (inbound: Inbound) => turn(own, inbound),
      arrives: (payload?: string) =>
        turn(own, { kind: "arrived", ...(payload === undefined ? {} : { payload }) }),
      /** Plain words, with secrets masked as a channel masks them. */
      types: (text: string, more: { seen?: number; about?: string } = {}) => {
        const asked = own.saved.asking?.what === "phone" ? "phone" : "text";
        const masked = maskSecrets(text, asked);
        return turn(own, {
          kind: "words",
          text: masked.text,
          masked: [...masked.found],
          ...more,
        } as Inbound);
      },
      /** The newest button with this label, or with this id. */
      presses: (wanted: string) => {
        const line = own.said.findLast((l) =>
          l.choices.some((c) => c.says === wanted || c.id === wanted),
        );
        const choice = line?.choices.find((c) => c.says === wanted || c.id === wanted);
        if (line === undefined || choice === undefined)
          throw new Error(
            `no button ${wanted} among ${JSON.stringify(newest()?.choices)} in ${own.saved.state}`,
          );
        return turn(own, { kind: "press", turn: line.turn, choice: choice.id });
      },
      pressesOld: (line: Line, choice: string) =>
        turn(own, { kind: "press", turn: line.turn, choice }),
      sendsPhoto: (more: { album?: string; caption?: string } = {}) =>
        turn(own, {
          kind: "photo",
          media: `photo-${own.revision}` as MediaId,
          caption: "",
          masked: [],
          ...more,
        }),
      sendsFile: (
        more: { name?: string; album?: string; caption?: string; masked?: string[] } = {},
      ) => {
        const { name = "tờ khai.pdf", ...rest } = more;
        return turn(own, {
          kind: "file",
          media: `file-${own.revision}` as MediaId,
          file: { name, size: 34_000 },
          caption: "",
          masked: [],
          ...rest,
        });
      },
      sendsVoice: () => turn(own, { kind: "voice", media: `voice-${own.revision}` as MediaId }),
      commands: (
        command:
          | "start"
          | "menu"
          | "human"
          | "later"
          | "language"
          | "delete"
          | "help"
          | "duty"
          | "unknown",
      ) => turn(own, { kind: "command", command }),
    };
    return me;
  };

  return {
    player,
    /** A propagandist who has joined by their chat. */
    helper(entry: RosterEntry, channel: World["channel"] = "telegram") {
      if (!roster.some((p) => p.id === entry.id)) roster.push(entry);
      const at = player(entry.conversation ?? entry.id, channel);
      at.sends({
        kind: "joined",
        outcome: "joined",
        helper: { id: entry.id, name: entry.name, role: entry.role },
      });
      return at;
    },
    get now() {
      return now;
    },
    get roster() {
      return roster;
    },
    /** What propagandists keep ready to say. */
    keepsReady(answers: readonly string[]) {
      readyAnswers = answers;
    },
    /** What was written about cases for those who help, as the store would keep it. */
    remarks,
    get recorded() {
      return recorded;
    },
    /** Their chat is another one now, or none. */
    moves(id: string, conversation: ConversationId | undefined) {
      roster = roster.map((p) => (p.id === id ? { ...p, conversation } : p));
    },
    /** The language set on the desk. */
    reads(id: string, language: "vi" | "en") {
      roster = roster.map((p) => (p.id === id ? { ...p, language } : p));
    },
    /** Off the list. */
    leaves(id: string) {
      roster = roster.filter((p) => p.id !== id);
    },
    duty(id: string, on: boolean) {
      roster = roster.map((p) => (p.id === id ? { ...p, onDuty: on } : p));
    },
    publish(next: Library) {
      library = next;
    },
    /** Moves time; timers come in their order. Says what was said meanwhile, and when. */
    pass(milliseconds: number) {
      const until = now + milliseconds;
      const heard: Array<{
        readonly at: Instant;
        readonly in: ConversationId;
        readonly line: Line;
      }> = [];
      for (let count = 0; count < 10_000; count += 1) {
        const due = nextTimer(until);
        if (due === undefined) break;
        now = Math.max(now, due.at);
        due.of.timers.delete(due.name);
        const said = turn(due.of, {
          kind: "timer",
          name: due.name,
          ...(due.about === undefined ? {} : { about: due.about }),
        });
        heard.push(...said.map((line) => ({ at: now, in: due.of.id, line })));
      }
      now = until;
      return heard;
    },
  };
}

/**
 * On the first task of a guide in Nà Khau, asking for somebody. `walks`: what happens at that task before.
 */
export function asksForSomebody(
  ba: Player,
  guide = "tra-cuu-ho-so",
  walks?: (ba: Player) => void,
): void {
  ba.arrives();
  ba.types("bà đang ở nhà");
  ba.arrives(guide);
  ba.presses(ba.choices[0] ?? "");
  if (ba.saved.asking?.what === "keep") ba.presses("Có, nhớ giúp tôi");
  walks?.(ba);
  ba.commands("human");
  // Whoever asks again has said where they live.
  if (ba.saved.asking?.what === "village") ba.types("Nà Khau");
  ba.presses("Ai giúp cũng được");
}
