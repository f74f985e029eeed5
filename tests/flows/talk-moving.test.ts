/** One person, several channels: a return code said in another chat moves what they were doing there. */
import { beforeAll, describe, expect, test } from "vitest";
import { wantsElsewhere } from "../../src/flows/understanding/elsewhere.ts";
import { aHelper, day, type Player, prepare, type Town, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const last = (of: Player): string => of.heard.at(-1) ?? "";

/** On the first task of following a dossier on Zalo, having agreed to be remembered. */
function onZalo(commune: Town, id = "ba-zalo"): Player {
  const ba = commune.player(id, "zalo-bot");
  ba.arrives();
  ba.types("bà đang ở nhà");
  ba.arrives("tra-cuu-ho-so");
  ba.presses("Có mã đây");
  ba.presses("Có, nhớ giúp tôi");
  return ba;
}

/** What the channel's edge makes of a code, once it has found whose it is. */
const follows = (to: Player, from: Player) =>
  to.sends({ kind: "return-code", given: { is: "found", of: from.chat.id } });

test("pictures left for whoever comes go along, with the call for help", () => {
  const commune = town();
  const near = commune.helper(dung);
  const ba = onZalo(commune);
  ba.types("gặp người giúp");
  ba.types("Nà Khau");
  ba.types("Ai giúp cũng được");
  ba.sendsPhoto();
  ba.types("không");
  const [photo] = ba.saved.photos;
  expect(photo?.clear).toBe(true);

  const page = commune.player("ba-web", "web");
  page.arrives();
  follows(page, ba);

  expect(page.saved.photos).toEqual([photo]);
  expect(ba.chat.effects).toContainEqual({
    do: "hand-on",
    to: page.chat.id,
    media: [photo?.media],
  });
  expect(ba.chat.effects.some((one) => one.do === "drop-media")).toBe(false);
  near.presses("Nhận giúp");
  expect(near.chat.said.some(({ media }) => media?.id === photo?.media)).toBe(true);
});

describe("the code", () => {
  test("is made when it is asked for, is the same when asked again, and the guide goes on here", () => {
    const ba = onZalo(town());
    const { step } = ba;

    ba.types("làm tiếp ở máy khác");
    const code = ba.chat.returnCode ?? "none";
    ba.types("cho bà mã quay lại");

    expect(code).toMatch(/^\p{L}+ \p{L}+ \p{L}+ \d{4}$/u);
    expect(ba.heard.filter((text) => text.includes(code))).toHaveLength(2);
    expect(ba.chat.returnCode).toBe(code);
    ba.presses("Làm tiếp");
    expect(ba.step).toBe(step);
  });

  test("is offered to whoever rests", () => {
    const ba = onZalo(town());
    ba.commands("later");

    ba.presses("Làm tiếp ở máy khác");

    expect(last(ba)).toContain(ba.chat.returnCode ?? "none");
  });

  test("is given to no helper's chat", () => {
    const helper = town().helper(dung);

    helper.types("mã quay lại");

    expect(helper.chat.returnCode).toBeUndefined();
    expect(last(helper)).toContain("người điều phối");
  });

  test.each([
    ["unknown", "chưa đúng"],
    ["own", "chính chỗ này"],
    ["too-often", "mười phút"],
  ] as const)("that is %s gets a kind answer, and the step again", (is, words) => {
    const ba = onZalo(town());
    const { step } = ba;

    ba.sends({ kind: "return-code", given: { is } });

    expect(ba.heard.slice(-2).join("\n")).toContain(words);
    expect(ba.step).toBe(step);
    expect(ba.choices).toContain("Xong rồi");
  });
});

describe("said in another chat", () => {
  test("moves the guide, the answers, how they are addressed, the village, the speech and the consents", () => {
    const commune = town();
    const old = onZalo(commune);
    const { journeys } = old.saved;
    const here = commune.player("ba-telegram", "telegram");
    here.arrives();

    follows(here, old);

    expect(here.saved).toMatchObject({ journeys, guiding: true, keep: "yes", address: "ba" });
    expect(here.saved.state).toBe("guided.step");
    expect(here.heard.join("\n")).toContain("ở Zalo đã sang đây");
    expect(here.choices).toContain("Xong rồi");
    expect(here.chat.effects).toContainEqual({ do: "consent", purpose: "keep", given: true });
    expect(last(old)).toContain("đã chuyển sang Telegram");
    expect(old.saved).toMatchObject({ state: "greeting", journeys: [] });
    expect(old.chat.effects).toContainEqual({ do: "erase" });
    expect(old.chat.returnCode).toBeUndefined();
  });

  test("by a chat nobody has greeted yet greets, and shows the step", () => {
    const commune = town();
    const old = onZalo(commune);
    const here = commune.player("ba-web");

    follows(here, old);

    expect(here.saved.state).toBe("guided.step");
    expect(here.heard.join("\n")).toContain("máy trả lời");
    expect(here.choices).toContain("Xong rồi");
  });

  test("takes the reminders along, which come in the new place alone", () => {
    const commune = town();
    const old = onZalo(commune);
    old.chat.timers.set("remind-x", {
      at: commune.now + 3 * day,
      scope: `step:${old.saved.journeys[0]?.id}`,
    });
    const here = commune.player("ba-web");

    follows(here, old);

    expect([...here.chat.timers.keys()]).toContain("remind-x");
    expect([...old.chat.timers.keys()]).not.toContain("remind-x");
  });

  test("keeps what was being done there before, below what came", () => {
    const commune = town();
    const old = onZalo(commune);
    const here = commune.player("ba-web");
    here.arrives("khai-sinh");
    const own = here.saved.journeys.at(-1)?.id;

    follows(here, old);

    expect(here.saved.journeys.map(({ id }) => id)).toEqual([
      own,
      old.chat.said && here.saved.journeys.at(-1)?.id,
    ]);
    expect(here.saved.journeys.at(-1)?.flow).toBe("tra-cuu-ho-so");
  });

  test("twice moves once: the second hears that nothing is left", () => {
    const commune = town();
    const old = onZalo(commune);
    const here = commune.player("ba-web");
    const other = commune.player("ba-telegram", "telegram");

    follows(here, old);
    follows(other, old);

    expect(other.saved.journeys).toEqual([]);
    expect(other.heard.join("\n")).toContain("không còn việc gì");
    expect(here.saved.journeys).toHaveLength(1);
  });
});

describe("while somebody helps", () => {
  function withHelper(claimed: boolean) {
    const commune = town();
    const helper = commune.helper(dung);
    const old = onZalo(commune);
    old.commands("human");
    old.types("Nà Khau");
    old.presses("Ai giúp cũng được");
    if (claimed) helper.presses("Nhận giúp");
    return { commune, helper, old, here: commune.player("ba-web") };
  }

  test("nothing moves, and the person hears who waits for them there", () => {
    const { old, here } = withHelper(true);
    const before = old.saved;

    follows(here, old);

    expect(here.heard.join("\n")).toContain(`${dung.name} đang giúp`);
    expect(here.saved.journeys).toEqual([]);
    expect(old.saved).toEqual(before);
  });

  test("a code typed in the chat they help in is kept until they are done", () => {
    const { commune, old: here } = withHelper(true);
    const elsewhere = onZalo(commune, "ba-khac");

    follows(here, elsewhere);

    expect(last(here)).toContain("đang giúp");
    expect(elsewhere.saved.journeys).toHaveLength(1);
  });

  test("help nobody has come for is called anew in the new place, and withdrawn in the old one", () => {
    const { commune, helper, old, here } = withHelper(false);
    const before = old.saved.case?.id;

    follows(here, old);

    expect(old.saved.case).toBeUndefined();
    expect(here.saved.case).toMatchObject({ wants: "anyone", state: { is: "waiting" } });
    expect(here.saved.case?.id).not.toBe(before);
    expect(here.saved.village?.id).toBe("na-khau");
    helper.presses("Nhận giúp");
    expect(here.saved.case?.state.is).toBe("claimed");
    expect(commune.player(old.chat.id).saved.case).toBeUndefined();
  });
});

test.each([
  "mã quay lại",
  "cho bà xin mã quay lại",
  "đổi sang Zalo",
  "chuyen sang telegram",
  "làm tiếp ở máy khác",
  "tiếp tục trên điện thoại của con",
  "lam tiep tren may tinh",
  "switch to Zalo",
])("“%s” asks to go on elsewhere", (text) => {
  expect(wantsElsewhere(text)).toBe(true);
});

test.each([
  "đổi điện thoại thì VNeID có mất không",
  "cài VNeID trên máy khác",
  "đăng nhập trên điện thoại khác",
  "tiếp tục",
  "chuyển sang bước khác",
  "không muốn chuyển sang Zalo",
  "con tôi nhắn qua zalo bảo làm khai sinh, giờ tôi phải làm sao, tôi chưa biết làm gì",
])("“%s” does not", (text) => {
  expect(wantsElsewhere(text)).toBe(false);
});
