/** Several neighbours on one propagandist's phone: nobody ever reads what was meant for somebody else. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CaseId, Inbound, MediaId } from "../../src/flows/index.ts";
import { aHelper, asksForSomebody, minute, type Player, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const names = ["ba-lien", "ong-pao", "co-sua"] as const;

function village(channel: "telegram" | "zalo-bot" | "zalo-oa" | "web" = "telegram") {
  const commune = town();
  const helper = commune.helper(dung, channel);
  const neighbours = names.map((name) => commune.player(name));
  return { commune, helper, neighbours };
}

/** Two of them asked and both were claimed, one after the other. */
function twoAtOnce() {
  const { helper, neighbours } = village();
  const [lien, pao] = neighbours as [Player, Player];
  asksForSomebody(lien);
  helper.presses("Nhận giúp");
  asksForSomebody(pao);
  helper.presses("Nhận giúp");
  return { helper, lien, pao };
}

const caseOf = (of: Player): CaseId | undefined => of.saved.case?.id;
const heard = (of: Player, text: string): boolean => of.heard.some((line) => line.includes(text));

describe("words that say nothing about whom they are for", () => {
  test("go to the only case there is", () => {
    const { helper, neighbours } = village();
    asksForSomebody(neighbours[0]!);
    helper.presses("Nhận giúp");

    helper.types("cháu chào bà ạ");

    expect(heard(neighbours[0]!, "cháu chào bà ạ")).toBe(true);
  });

  test("are kept with two cases, and sent where one press says", () => {
    const { helper, lien, pao } = twoAtOnce();

    helper.types("bà bấm ô đỏ nhé");
    expect([heard(lien, "ô đỏ"), heard(pao, "ô đỏ")]).toEqual([false, false]);
    helper.presses(`to:${caseOf(lien)}`);

    expect([heard(lien, "ô đỏ"), heard(pao, "ô đỏ")]).toEqual([true, false]);
    expect(helper.heard.at(-1)).toContain("Đã gửi tới bà ở Nà Khau.");
  });

  test("follow the one that was chosen, until another one speaks", () => {
    const { helper, lien, pao } = twoAtOnce();
    helper.types("một");
    helper.presses(`to:${caseOf(lien)}`);

    helper.types("hai");
    pao.types("ông đây, bấm vào đâu hả cháu");
    helper.types("ba");

    expect(heard(lien, "hai")).toBe(true);
    expect([heard(lien, "ba"), heard(pao, "ba")]).toEqual([false, false]);
  });

  test("are asked about when the case they were for has just ended", () => {
    const { helper, lien, pao } = twoAtOnce();
    helper.types("một");
    helper.presses(`to:${caseOf(lien)}`);
    lien.presses("Tự làm tiếp");

    helper.types("bà bấm nút Xong nhé");

    expect(heard(pao, "nút Xong")).toBe(false);
    expect(helper.heard.at(-1)).toContain("gửi cho ai");
  });

  test("are asked about when somebody else has just called", () => {
    const { helper, neighbours } = village();
    asksForSomebody(neighbours[0]!);
    helper.presses("Nhận giúp");
    asksForSomebody(neighbours[1]!);

    helper.types("chị đến ngay");

    expect(heard(neighbours[0]!, "đến ngay")).toBe(false);
  });

  test("can be dropped, and then nobody gets them", () => {
    const { helper, lien, pao } = twoAtOnce();
    helper.types("nhầm rồi");

    helper.presses("Thôi, không gửi");
    helper.types("bà ơi");
    helper.presses(`to:${caseOf(pao)}`);

    expect([heard(lien, "nhầm rồi"), heard(pao, "nhầm rồi")]).toEqual([false, false]);
    expect(heard(pao, "bà ơi")).toBe(true);
  });

  test("an album is asked about once and arrives whole", () => {
    const { helper, lien } = twoAtOnce();
    helper.sendsPhoto({ album: "a", caption: "một" });
    const asked = helper.chat.said.length;
    helper.sendsPhoto({ album: "a", caption: "hai" });
    expect(helper.chat.said).toHaveLength(asked);

    helper.presses(`to:${caseOf(lien)}`);

    expect(lien.chat.said.filter((line) => line.media !== undefined)).toHaveLength(2);
  });
});

test("an answer to a message of a case that is over goes to nobody", () => {
  const { helper, lien, pao } = twoAtOnce();
  const over = caseOf(lien)!;
  lien.presses("Tự làm tiếp");

  helper.types("bà làm được chưa", { about: over });

  expect([heard(lien, "được chưa"), heard(pao, "được chưa")]).toEqual([false, false]);
});

test("two neighbours of one name are told apart", () => {
  const { helper } = twoAtOnce();

  helper.commands("human");

  expect(helper.choices).toEqual(["bà ở Nà Khau", "bà ở Nà Khau (2)"]);
});

const kinds = ["words", "photo", "album", "voice", "file", "place"] as const;
type Kind = (typeof kinds)[number];

type Move =
  | { readonly who: number; readonly does: "calls" | "claimed" | "writes" | "alone" | "ended" }
  | { readonly does: "sends"; readonly late: number; readonly as: Kind }
  | { readonly who: number; readonly does: "answered"; readonly as: Kind }
  | { readonly who: number; readonly does: "chosen" | "given" }
  | { readonly does: "waits" }
  | { readonly does: "edits" };

/** What Dung sent, as it can be found again where it arrived. */
interface Sent {
  readonly as: Kind;
  readonly at: number;
}

const message = ({ at }: Sent): string => `m${at}`;
const wordsOf = ({ at }: Sent): string => `lời số ${at} của Dung`;

/** The inbounds it takes; an album comes picture by picture. */
function inboundsOf(
  sent: Sent,
  more: { readonly seen?: number; readonly about?: CaseId },
): Inbound[] {
  const { as, at } = sent;
  const own = { ...more, message: message(sent) };
  const photo = (count: number): Inbound => ({
    ...{ kind: "photo", caption: "", masked: [], ...own },
    media: `photo-${at}-${count}` as MediaId,
    ...(as === "album" ? { album: `album-${at}` } : {}),
  });
  switch (as) {
    case "words":
      return [{ kind: "words", text: wordsOf(sent), masked: [], ...own }];
    case "photo":
      return [photo(1)];
    case "album":
      return [photo(1), photo(2)];
    case "voice":
      return [{ kind: "voice", media: `voice-${at}` as MediaId, ...own }];
    case "file":
      return [
        {
          ...{ kind: "file", caption: "", masked: [], ...own },
          media: `file-${at}` as MediaId,
          file: { name: "tờ khai.pdf", size: 1000 },
        },
      ];
    case "place":
      return [{ kind: "location", latitude: 22 + at / 1000, longitude: 105, ...own }];
  }
}

/** Whether any of it arrived there. */
function got(by: Player, { as, at }: Sent): boolean {
  switch (as) {
    case "words":
      return heard(by, wordsOf({ as, at }));
    case "photo":
    case "album":
      return by.chat.said.some(({ media }) => media?.id.startsWith(`photo-${at}-`) === true);
    case "voice":
      return by.chat.said.some(({ media }) => media?.id === `voice-${at}`);
    case "file":
      return by.chat.said.some(({ media }) => media?.id === `file-${at}`);
    case "place":
      return heard(by, (22 + at / 1000).toFixed(5));
  }
}

const who = fc.nat(names.length - 1);
const kind = fc.constantFrom(...kinds, "words" as const, "words" as const);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant("calls" as const), who }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("claimed" as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("writes" as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("alone" as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("ended" as const), who }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("chosen" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("given" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("answered" as const), who, as: kind }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("waits" as const, "edits" as const) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant("sends" as const),
      late: fc.constantFrom(0, 0, 0, 0, 1, 2),
      as: kind,
    }),
  },
);

/** Where there are no buttons a choice of the newest list is typed: its number, or its words where they are asked for. */
function presser(helper: Player, byNumber: boolean): (id: string) => boolean {
  return (id) => {
    const offering = helper.chat.said.filter((l) => l.choices.length > 0);
    const newest = offering.at(-1);
    const at = newest?.choices.findIndex((c) => c.id === id) ?? -1;
    if (byNumber ? at < 0 : !offering.some((l) => l.choices.some((c) => c.id === id))) return false;
    if (byNumber)
      helper.types(newest?.byWords === true ? (newest.choices[at]?.says ?? "") : String(at + 1));
    else helper.presses(id);
    return true;
  };
}

test.each([
  ["telegram", 40],
  ["zalo-bot", 60],
  ["zalo-oa", 60],
  ["web", 40],
] as const)(
  "in %s, whatever happens in whatever order, what says nothing about whom it is for reaches the one named last on the screen, or nobody",
  (channel, numRuns) => {
    const delivered: Record<Kind, number> = {
      words: 0,
      photo: 0,
      album: 0,
      voice: 0,
      file: 0,
      place: 0,
    };
    let edited = 0;
    fc.assert(
      fc.property(fc.array(move, { minLength: 25, maxLength: 45 }), (moves) => {
        const { commune, helper, neighbours } = village(channel);
        const press = presser(helper, channel.startsWith("zalo"));
        let pressed: { readonly turn: number; readonly id: CaseId | undefined } = {
          turn: -1,
          id: undefined,
        };
        const sentSoFar: Sent[] = [];
        for (const [at, step] of moves.entries()) {
          // A number that chooses is nobody's message.
          for (const one of neighbours) expect(one.heard.some((l) => /^\d$/.test(l))).toBe(false);
          if (step.does === "waits") {
            commune.pass(minute);
            continue;
          }
          if (step.does === "edits") {
            const sent = sentSoFar.findLast(({ as }) => as === "words");
            if (sent === undefined || channel !== "telegram") continue;
            const before = neighbours.filter((one) => got(one, sent));
            const text = `sửa lần ${at} của Dung`;
            helper.sends({ kind: "edited", text, masked: [], message: message(sent) });
            for (const one of neighbours)
              if (heard(one, text)) {
                edited += 1;
                expect(before).toContain(one);
              }
            continue;
          }
          if (step.does === "sends") {
            // What stood on the propagandist's screen: the last messages may not have arrived yet.
            const asked = helper.chat.said.filter((l) => l.choices.length > 0);
            const seen = asked.at(-1 - Math.min(step.late, asked.length - 1))?.turn ?? 0;
            const onScreen = helper.chat.said.findLast(
              (l) => l.about !== undefined && l.turn <= seen,
            )?.about;
            // Who has pressed somebody's name has that one in mind, whatever is still on its way.
            const named = seen < pressed.turn ? pressed.id : onScreen;
            const holders = new Map(neighbours.map((n) => [n, caseOf(n)]));
            const sent: Sent = { as: step.as, at };

            for (const inbound of inboundsOf(sent, { seen })) helper.sends(inbound);

            sentSoFar.push(sent);
            for (const [neighbour, id] of holders)
              if (got(neighbour, sent)) {
                delivered[sent.as] += 1;
                expect(id).toBe(named);
              }
            continue;
          }
          const neighbour = neighbours[step.who]!;
          const id = caseOf(neighbour);
          switch (step.does) {
            case "calls":
              if (id === undefined) asksForSomebody(neighbour);
              break;
            case "claimed":
              // Where only the newest list can be typed, whoever it names.
              [neighbour, ...neighbours].some((one) => press(`claim:${caseOf(one)}`));
              break;
            case "writes":
              if (neighbour.saved.case?.state.is === "claimed")
                neighbour.types("bấm vào đâu hả cháu");
              break;
            case "alone":
              if (neighbour.saved.case?.state.is === "claimed") neighbour.presses("Tự làm tiếp");
              break;
            case "ended":
              press(`end:${id}`);
              press(`o:still-here:${id}`);
              break;
            case "chosen":
              helper.commands("human");
              if (helper.chat.said.at(-1)!.choices.some((c) => c.id === `turn:${id}`)) {
                if (press(`turn:${id}`)) pressed = { turn: helper.chat.revision, id };
              }
              break;
            case "given": {
              // What waits is given to the one whose name is pressed, and nothing of it to anybody else.
              const others = neighbours.filter((one) => one !== neighbour);
              const had = others.map((one) => one.chat.said.length);
              if (press(`to:${id}`)) pressed = { turn: helper.chat.revision, id };
              expect(others.map((one) => one.chat.said.length)).toEqual(had);
              break;
            }
            case "answered": {
              if (id === undefined) break;
              const sent: Sent = { as: step.as, at };
              for (const inbound of inboundsOf(sent, { about: id })) helper.sends(inbound);
              // Who has just answered somebody has that one in mind as well.
              if (got(neighbour, sent)) pressed = { turn: helper.chat.revision, id };
              sentSoFar.push(sent);
              for (const other of neighbours)
                if (other !== neighbour) expect(got(other, sent)).toBe(false);
              break;
            }
          }
        }
      }),
      { numRuns, seed: 7 },
    );
    // Asking always would be safe and useless.
    const all = Object.values(delivered).reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(numRuns / 4);
    for (const each of kinds) expect([each, delivered[each] > 0]).toEqual([each, true]);
    expect(edited > 0).toBe(channel === "telegram");
  },
  40_000,
);
