/** A propagandist who reads English: what their chat says is in it, and nobody else's changes. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CaseId } from "../../src/flows/index.ts";
import {
  aHelper,
  asksForSomebody,
  day,
  hour,
  type Player,
  prepare,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const hoa = aHelper("hoa", { villages: ["ban-khac"], role: "chi hội phụ nữ" });
const minh = aHelper("minh", { villages: ["ban-khac"], role: "cán bộ xã", coordinator: true });

const caseOf = (of: Player): CaseId => of.saved.case!.id;
const last = (of: Player): string => of.heard.at(-1) ?? "";

function village(channel: "telegram" | "zalo-bot" | "zalo-oa") {
  const commune = town();
  const near = commune.helper(dung, channel);
  const far = commune.helper(hoa);
  const coordinator = commune.helper(minh);
  const ba = commune.player("ba-lien");
  return { commune, near, far, coordinator, ba };
}

/** Names and forms of address, what a button on the portal reads, and what people wrote stay as they are. */
const asTheyAre =
  /\p{L}+ \(mẫu\)|trưởng thôn|chi hội phụ nữ|cán bộ xã|Nà Khau|Tân An|“[^”]*”|(?<!\p{L})(?:bà|Bà)(?!\p{L})/gu;
const vietnamese = (text: string): string =>
  /[^\s]*[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ][^\s]*/iu.exec(
    text.replaceAll(asTheyAre, ""),
  )?.[0] ?? "";

/** Everything of a working day that is said to whoever helps. */
function worksADay({ commune, near, far, coordinator, ba }: ReturnType<typeof village>): void {
  asksForSomebody(ba);
  const id = caseOf(ba);
  near.presses(`claim:${id}`);
  ba.types("1");
  near.presses(`tools:${id}`);
  near.presses(`tools:${id}:1`);
  near.presses(`sts:${id}`);
  near.presses(`show:${id}`);
  near.presses(`see:${id}`);
  ba.presses(ba.choices[0] ?? "");
  near.presses(`can:${id}`);
  near.presses(`note:${id}`);
  near.types("1");
  near.presses(`ask:${id}`);
  near.types("2");
  coordinator.presses(`ans:${id}`);
  coordinator.types("3");
  near.presses(`two:${id}`);
  near.presses(`inv:hoa:${id}`);
  far.presses(`claim:${id}`);
  near.types("what is the OTP code on your phone, read it to me: 482913");
  near.sends({ kind: "unreadable", what: "sticker" });
  ba.sends({ kind: "recall", turn: ba.saved.said?.at(-1)?.turn ?? 0 });
  ba.sends({ kind: "undelivered", turn: 1 });
  near.presses(`end:${id}`);
  near.presses(`upto:${id}`);
  near.presses(`ends:1:${id}`);
  near.presses(`o:meet:${id}`);
  near.presses(near.choices[1] ?? "");
  near.presses(near.choices[0] ?? "");
  near.presses(near.choices[0] ?? "");
  near.presses(near.choices[1] ?? "");
  near.presses(`mok:${id}`);
  near.commands("human");
  commune.pass(day + 4 * hour);
  near.presses(`o:finished:${id}`);
  near.presses(`claim:${id}`);
  near.presses("duty:off");
}

describe.each(["telegram", "zalo-bot", "zalo-oa"] as const)("in %s", (channel) => {
  test("set on the desk, English holds for all that is said in their chat, and for nobody else's", () => {
    const all = village(channel);
    all.commune.reads("dung", "en");
    const before = all.near.chat.said.length;

    worksADay(all);

    const said = all.near.chat.said.slice(before);
    expect(said.length).toBeGreaterThan(30);
    for (const { text, choices } of said)
      expect([text, vietnamese([text, ...choices.map(({ says }) => says)].join("\n"))]).toEqual([
        text,
        "",
      ]);
    expect(all.far.heard.some((text) => text.includes("Người cần giúp: bà ở Nà Khau"))).toBe(true);
    expect(all.ba.saved.language).toBe("vi");
    expect(all.ba.heard.some((text) => text.includes("Dung (mẫu)"))).toBe(true);
    for (const text of all.ba.heard) expect(text).not.toMatch(/\b(?:you|your|helps)\b/iu);
  });
});

describe("“English”, typed by somebody who helps", () => {
  test("changes what they read everywhere, reaches no resident, and holds when they are called again", () => {
    const { commune, near, ba } = village("zalo-oa");
    asksForSomebody(ba);
    near.presses(`claim:${caseOf(ba)}`);
    const heard = ba.heard.length;

    near.types("English please");

    expect(last(near)).toContain("From now on I speak English.");
    expect(commune.roster.find(({ id }) => id === dung.id)?.language).toBe("en");
    expect(ba.heard).toHaveLength(heard);
    ba.presses("Tự làm tiếp");
    // They are called what they were called when the helping began.
    expect(last(near)).toBe("Bà ở Nà Khau goes on alone. Thank you.");

    near.commands("language");

    expect(last(near)).toContain("tiếng Việt");
    expect(commune.roster.find(({ id }) => id === dung.id)?.language).toBe("vi");
  });

  test("in the middle of a sentence is said to the resident", () => {
    const { near, ba } = village("telegram");
    asksForSomebody(ba);
    near.presses(`claim:${caseOf(ba)}`);

    near.types("bà bấm vào chữ English ở góc nhé");

    expect(last(ba)).toContain("bà bấm vào chữ English ở góc nhé");
    expect(near.saved.language).toBe("vi");
  });

  test("before they joined stays with them", () => {
    const commune = town();
    const near = commune.player(dung.conversation ?? "", "telegram");
    near.arrives();
    near.types("English");

    commune.helper(dung);

    expect(last(near)).toContain("Welcome Dung");
    expect(commune.roster.find(({ id }) => id === dung.id)?.language).toBe("en");
  });
});
