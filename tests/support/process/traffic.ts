/** People who use the program while it is killed: each does one thing after another until told to stop. */
import { randomInt, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DeskActed } from "../../../src/bot/web/wire/acts.ts";
import { pdf } from "../documents.ts";
import type { Person } from "../telegram/person.ts";
import type { DeskWorker, Wish } from "./desk-worker.ts";
import { type Resident, untilAnswered } from "./resident.ts";

const mediaFile = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../media/${name}`, import.meta.url)));
const sent = { photo: mediaFile("square.jpg"), voice: mediaFile("tone.webm"), file: pdf() };

/** Whether people may begin something new; what they have begun they finish. */
export interface Evening {
  over: boolean;
}

const pause = (least: number, most: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, randomInt(least, most)));
const oneOf = <Item>(items: readonly Item[]): Item | undefined =>
  items.length === 0 ? undefined : items[randomInt(items.length)];
const chance = (percent: number) => randomInt(100) < percent;

/** Said while a person holds the case; understanding free words would take each new life a second to learn. */
const toPerson = ["Bà vẫn chưa thấy chữ đó", "Cháu ơi nó quay mãi", "Bà bấm rồi đấy"];
const needs = ["bà muốn làm giấy khai sinh cho cháu", "quên mật khẩu vneid"];

/** What is typed in place of a button: its number or its words; a need where nothing is offered. */
function typed(choices: ReadonlyArray<{ readonly id: string; readonly says: string }>): string {
  if (choices.some(({ id }) => id === "take-back")) return oneOf(toPerson) ?? "";
  if (choices.length === 0) return oneOf(needs) ?? "";
  const position = randomInt(choices.length);
  return chance(50) ? String(position + 1) : (choices[position]?.says ?? "1");
}

/** Someone who mostly goes on, and now and then does something else. */
function chosen<Choice extends { readonly id: string }>(
  choices: readonly Choice[],
): Choice | undefined {
  const onward = choices.filter(({ id }) => !/^(?:human|menu|later|cancel|stop)$/.test(id));
  if (chance(3)) return choices.find(({ id }) => id === "human") ?? oneOf(choices);
  if (chance(5)) return oneOf(choices);
  return chance(60) ? (onward[0] ?? oneOf(choices)) : (oneOf(onward) ?? oneOf(choices));
}

/** At our page. Everything is sent again under its key until the server has it. */
export async function residentAtPage(who: Resident, evening: Evening): Promise<void> {
  await untilAnswered(async () => {
    const opened = await who.open();
    if (opened.status !== 200) throw new Error(opened.text);
  });
  while (!evening.over) {
    await untilAnswered(() => who.news());
    const { question } = who;
    const key = randomUUID();
    // Everybody needs somebody now and then.
    const stuck = who.acknowledged.length % 12 === 4;
    const human = stuck ? question?.choices.find(({ id }) => id === "human") : undefined;
    const choice = human ?? (question && chosen(question.choices));
    if (choice !== undefined && question?.turn !== undefined && (stuck || chance(85))) {
      const { turn } = question;
      await who.insist(key, (same) => who.press(turn, choice.id, same));
    } else if (chance(80)) {
      const text = typed(question?.choices ?? []);
      await who.insist(key, (same) => who.say(text, same));
    } else {
      const kind = oneOf(["photo", "voice", "file"] as const) ?? "photo";
      await who.insist(key, (same) => who.sendMedia(kind, sent[kind], { key: same }));
    }
    if (chance(50)) await untilAnswered(() => who.seen());
    await pause(5, 40);
  }
}

/** What somebody did on Telegram, in order: their words, or that they pressed a button. */
export type Did = { readonly words: string } | { readonly pressed: string };

/** Nobody writes on before the answer is there, except now and then. One chat gets a message a second. */
async function readingWhatCame(who: Person, evening: Evening): Promise<void> {
  const before = who.sees().length;
  const impatient = chance(8);
  for (let waited = 0; waited < 150 && !evening.over; waited += 1) {
    await pause(30, 90);
    if (impatient || who.sees().length > before) return;
  }
}

/** On Telegram, which sends everything again by itself until it is confirmed. */
export async function residentOnTelegram(who: Person, evening: Evening, did: Did[]): Promise<void> {
  who.startsWith();
  did.push({ words: "/start" });
  while (!evening.over) {
    await readingWhatCame(who, evening);
    const asked = who.sees().findLast((message) => !message.deleted && message.actions.length > 0);
    const buttons = asked?.actions.flat().flatMap((button) => {
      const { callback_data: id } = button;
      return id === undefined
        ? []
        : [{ id: id.slice(id.indexOf("|") + 1), data: id, says: button.text }];
    });
    const button = buttons && chosen(buttons);
    if (asked !== undefined && button !== undefined && chance(85)) {
      who.presses(asked, button.says);
      did.push({ pressed: button.data });
    } else {
      const text = typed(buttons ?? []);
      who.sends(text);
      did.push({ words: text });
    }
  }
}

/** What a propagandist asked for at the desk, and what they were told. */
export interface Acted {
  readonly case: string;
  readonly key: string;
  readonly wish: Wish;
  readonly told: DeskActed;
}

/** At the desk: takes what waits, writes, notes, hands back or passes on. */
export async function helperAtDesk(
  who: DeskWorker,
  evening: Evening,
  acted: Acted[],
): Promise<void> {
  const act = async (id: string, wish: Wish): Promise<void> => {
    const key = randomUUID();
    const { status, body, text } = await untilAnswered(() => who.act(id, wish, key));
    if (status !== 200) throw new Error(`${status} ${text}`);
    acted.push({ case: id, key, wish, told: body });
  };
  while (!evening.over) {
    await pause(20, 150);
    const { status, body, text } = await untilAnswered(() => who.cases());
    if (status !== 200) throw new Error(`${status} ${text}`);
    // Those who came first are helped first: both propagandists often want the same one.
    const waiting = body.waiting[0];
    if (waiting !== undefined && body.mine.length < 4) await act(waiting.id, { act: "claim" });
    const mine = oneOf(body.mine);
    if (mine === undefined) continue;
    await untilAnswered(() => who.case(mine.id));
    await act(mine.id, { act: "say", text: "Cháu đang xem giúp bà đây ạ" });
    if (chance(30)) await act(mine.id, { act: "note", text: "nhà gần trạm xá" });
    if (chance(40)) {
      const outcome = oneOf(["still-here", "finished", "in-person", "unreached"] as const);
      await act(
        mine.id,
        chance(25) || outcome === undefined ? { act: "release" } : { act: "hand-back", outcome },
      );
    }
  }
}

/** In their own chat: takes what is shown, answers, ends. */
export async function helperOnTelegram(who: Person, evening: Evening, did: Did[]): Promise<void> {
  while (!evening.over) {
    await readingWhatCame(who, evening);
    const recent = who
      .sees()
      .filter((message) => !message.deleted && message.actions.length > 0)
      .slice(-6);
    const message = oneOf(recent);
    const button = message && oneOf(message.actions.flat());
    if (message === undefined || button?.callback_data === undefined || chance(15)) {
      who.sends("Cháu sang ngay đây ạ");
      did.push({ words: "Cháu sang ngay đây ạ" });
    } else if (!/duty|:upto|o:meet/.test(button.callback_data)) {
      who.presses(message, button.text);
      did.push({ pressed: button.callback_data });
    }
  }
}
