/** What passes between a neighbour and those who help, besides plain words; and the tools of a case. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CaseId, Inbound } from "../../src/flows/index.ts";
import {
  aHelper,
  asksForSomebody,
  day,
  hour,
  minute,
  morning,
  type Player,
  prepare,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const hoa = aHelper("hoa", { woman: true, villages: ["ban-khac"], role: "chi hội phụ nữ" });
const by = (who: typeof dung) => ({ id: who.id, name: who.name, role: who.role });

const caseOf = (of: Player): CaseId => of.saved.case!.id;
const last = (of: Player): string => of.heard.at(-1) ?? "";
const recalled = (of: Player): readonly number[] =>
  of.chat.effects.flatMap((e) => (e.do === "recall" ? [e.turn] : []));

/** The same, with Dung holding the case. */
function talking(
  now = morning,
  { guide, walks }: { readonly guide?: string; readonly walks?: (ba: Player) => void } = {},
) {
  const commune = town({ now });
  const [near, far] = [commune.helper(dung), commune.helper(hoa)];
  const ba = commune.player("ba-lien", "telegram");
  asksForSomebody(ba, guide, walks);
  near.presses("Nhận giúp");
  return { commune, near, far, ba };
}

const words = (text: string, more: Partial<Extract<Inbound, { kind: "words" }>> = {}): Inbound => ({
  kind: "words",
  text,
  masked: [],
  ...more,
});

describe("a message that was changed", () => {
  test("reaches the propagandist as changed", () => {
    const { near, ba } = talking();
    ba.sends(words("bấm nút xanh", { message: "7" }));

    ba.sends({ kind: "edited", text: "bấm nút đỏ", masked: [], message: "7" });

    expect(last(near)).toBe("Bà ở Nà Khau:\nđã sửa: bấm nút đỏ");
  });

  test("follows the answer to whom that went, though somebody else wrote since", () => {
    const { near, ba } = talking();
    near.sends(words("bấm ô xanh", { message: "11" }));

    near.sends({ kind: "edited", text: "bấm ô đỏ", masked: [], message: "11" });

    expect(last(ba)).toBe("Đã sửa: bấm ô đỏ".replace("Đ", "đ"));
    expect(ba.chat.said.at(-1)?.from).toMatchObject({ name: dung.name });
  });

  test("while it waits to be said whom it is for goes out as it reads last", () => {
    const { near, ba, commune } = talking();
    asksForSomebody(commune.player("ong-pao"));
    near.sends(words("bấm ô xanh", { message: "11" }));

    near.sends({ kind: "edited", text: "bấm ô đỏ", masked: [], message: "11" });
    expect(last(near)).toContain("bấm ô đỏ");
    near.presses(`to:${caseOf(ba)}`);

    expect(last(ba)).toContain("bấm ô đỏ");
    expect(ba.heard.join("\n")).not.toContain("bấm ô xanh");
  });

  test("into what a helper may not ask is stopped as if it were new", () => {
    const { near, ba } = talking();
    near.sends(words("bà thấy gì ạ", { message: "11" }));

    near.sends({ kind: "edited", text: "bà đọc mã OTP cho cháu", masked: [], message: "11" });

    expect(ba.heard.join("\n")).not.toContain("OTP cho cháu");
    expect(near.chat.said.at(-1)?.about).toBe(caseOf(ba));
  });

  test("to hold a secret is covered, removed and warned of, also when nobody helps", () => {
    const ba = town().player("ba-lien", "telegram");
    ba.arrives();

    const said = ba.sends({
      kind: "edited",
      text: "mật khẩu là •••",
      masked: ["password"],
      message: "3",
    });

    expect(ba.chat.effects.some((e) => e.do === "remove-inbound")).toBe(true);
    expect(said.map((line) => line.text).join("\n")).toContain("mật khẩu");
  });

  test("says nothing to a guide otherwise", () => {
    const ba = town().player("ba-lien", "telegram");
    ba.arrives();

    expect(ba.sends({ kind: "edited", text: "xong rồi", masked: [], message: "3" })).toEqual([]);
  });
});

test("whoever claims sees the step as the resident does: the same picture, once, with the card", () => {
  const walks = (ba: Player) => {
    while (ba.chat.said.at(-1)?.screen === undefined) ba.presses(ba.choices[0] ?? "");
  };
  const { near, far, ba } = talking(morning, { guide: "quen-mat-khau-vneid", walks });
  const theirs = ba.chat.said.findLast(({ screen }) => screen !== undefined);

  const pictured = near.chat.said.filter(({ screen }) => screen !== undefined);
  expect(pictured).toMatchObject([{ screen: theirs?.screen, about: caseOf(ba) }]);
  expect(pictured[0]?.text).toMatch(
    /đã nhận giúp.*Bước: .*Làm được thì thấy: .*không hỏi mật khẩu/su,
  );

  near.presses("Khác…");
  near.presses("Khác…");
  near.presses("Mời thêm người cùng giúp…");
  near.presses("Hoa (mẫu) (chi hội phụ nữ)");
  far.presses("Nhận giúp");
  expect(far.chat.said.filter(({ screen }) => screen !== undefined)).toMatchObject([
    { screen: theirs?.screen },
  ]);
});

test("a second person may take over whoever called them in and went silent", () => {
  const { commune, near, far, ba } = talking();
  for (const label of ["Khác…", "Khác…", "Mời thêm người cùng giúp…"]) near.presses(label);
  near.presses("Hoa (mẫu) (chi hội phụ nữ)");
  far.presses("Nhận giúp");

  commune.pass(11 * minute);
  expect(ba.saved.case?.state.is).toBe("waiting");
  expect(ba.saved.case?.beside).toBeUndefined();
  far.presses("Nhận giúp");

  expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { id: hoa.id } });
});

test("what is answered stands above the answer, in both directions", () => {
  const { near, ba } = talking();

  near.sends(words("nút đó ạ", { quote: "bấm nút nào hả cháu" }));
  expect(last(ba)).toBe("↪ “bấm nút nào hả cháu”\nnút đó ạ");

  ba.sends(words("ừ bà thấy rồi", { quote: "nút đó ạ" }));
  expect(last(near)).toBe("Bà ở Nà Khau:\n↪ “nút đó ạ”\nừ bà thấy rồi");
});

describe("where somebody is", () => {
  const here: Inbound = { kind: "location", latitude: 22.12345, longitude: 105.2 };

  test("is shown to whoever claimed, and forgotten everywhere when the case ends", () => {
    const { near, ba } = talking();

    ba.sends(here);
    const [sent, shown] = [ba.chat.revision, near.chat.revision];
    expect(last(near)).toContain("https://www.google.com/maps?q=22.12345,105.20000");

    ba.presses("Tự làm tiếp");
    expect([recalled(ba), recalled(near)]).toEqual([[sent], [shown]]);
  });

  test("is not asked for by the machine and goes to nobody before a claim", () => {
    const ba = town().player("ba-lien", "telegram");
    ba.arrives();

    expect(ba.sends(here)[0]?.text).toContain("không cần biết");
  });
});

describe("words taken back", () => {
  test("by the resident go from the propagandist's chat as well", () => {
    const { near, ba } = talking();
    ba.types("bà lỡ viết nhầm");
    const [turn, there] = [ba.chat.revision, near.chat.revision];

    ba.sends({ kind: "recall", turn });

    expect([recalled(ba), recalled(near)]).toEqual([[turn], [there]]);
    expect(near.chat.said.at(-1)).toMatchObject({
      text: "Bà ở Nà Khau đã thu hồi tin này.",
      recalls: there,
    });
  });

  test("by the propagandist go from the resident's chat", () => {
    const { near, ba } = talking();
    near.types("bấm ô xanh");
    const turn = ba.chat.revision;

    ba.sends({
      kind: "case-tool",
      case: caseOf(ba),
      by: by(dung),
      tool: { is: "recall", turn },
    });

    expect(recalled(ba)).toEqual([turn]);
    expect(ba.chat.said.at(-1)).toMatchObject({ recalls: turn });
  });
});

test("who wrote hears that it did not arrive, and what to do instead", () => {
  const { near, ba } = talking();
  near.types("bà ơi");

  ba.sends({ kind: "undelivered", turn: ba.chat.revision });

  expect(last(near)).toContain("chưa tới được bà ở Nà Khau");
});

describe("the tools of a case", () => {
  test("send the step stood on again, without asking anything", () => {
    const { near, ba } = talking();
    const { step } = ba;
    near.presses("Khác…");

    near.presses("Gửi lại bước này");

    const shown = ba.chat.said.at(-1)!;
    expect(shown).toMatchObject({ step: true, choices: [] });
    expect(ba.step).toBe(step);
    expect(ba.saved.state).toBe("with-person");
  });

  test("send a step that is behind them, and one behind the next question, each by its name", () => {
    const { near, ba } = talking(morning, {
      guide: "dang-nhap-cong",
      walks: (who) => {
        for (const says of ["Xong rồi", "Đúng y như vậy", "Xong rồi"]) who.presses(says);
      },
    });
    const pressed = (id: string) =>
      near.sends({ kind: "press", turn: near.chat.revision, choice: `${id}:${caseOf(ba)}` });
    const offered = new Map<string, string>();
    pressed("sts");
    const [nearest, here] = near.choices;
    for (let pages = 0; pages < 10; pages += 1) {
      const { choices } = near.chat.said.at(-1)!;
      for (const { id, says } of choices) if (id.startsWith("st:")) offered.set(says, id);
      near.types("Khác…");
    }
    const nameOf = (part: string) => [...offered.keys()].find((says) => says.includes(part)) ?? "";

    near.presses(nameOf("gõ dichvucong.gov.vn"));
    near.presses(nameOf("Nhìn lên góc trên của Cổng"));

    expect([nearest?.slice(0, 2), here?.slice(0, 2)]).toEqual(["✓ ", "▸ "]);
    const shown = ba.chat.said.filter((line) => line.step && line.choices.length === 0).slice(-2);
    expect(shown.map(({ text }) => text)).toEqual([
      expect.stringContaining("gõ dichvucong.gov.vn"),
      expect.stringContaining("nhìn lên góc trên của Cổng"),
    ]);
    expect(ba.step).toBe("take-vneid");
    pressed("upto");
    expect(near.choices[0]?.slice(0, 2)).toBe("▸ ");
    expect(near.choices.join("\n")).not.toContain("Nhìn lên góc trên");
  });

  test("ask again which step is meant when a button names one that is no longer there", () => {
    const { near, ba } = talking();

    near.sends({ kind: "press", turn: near.chat.revision, choice: `st:0:${caseOf(ba)}` });

    expect(last(near)).toContain("Gửi bước nào");
    expect(ba.chat.said.at(-1)?.step).not.toBe(true);
  });

  test("send another step by its name", () => {
    const { near, ba } = talking();
    near.presses("Khác…");
    near.presses(near.choices.at(-1) ?? "");
    near.presses("Gửi bước khác…");
    const other = near.chat.said.at(-1)!.choices[1]!;

    near.presses(other.id);

    expect(ba.chat.said.at(-1)).toMatchObject({ step: true, choices: [] });
  });

  test("ask which screen they see; a press or a number tells whoever asked", () => {
    const { near, ba } = talking();
    near.presses("Khác…");
    near.presses("Hỏi đang thấy màn hình nào");
    const [first] = ba.choices;

    ba.types("1");

    expect(last(near)).toContain(`đang thấy màn hình: ${first}`);
    expect(ba.saved.case?.state.is).toBe("claimed");
  });

  test("say a ready answer with one press", () => {
    const { near, ba } = talking();
    near.presses("Khác…");
    near.presses("Câu soạn sẵn…");
    const ready = near.choices[1]!;

    near.presses(ready);

    expect(last(ba)).toBe(ready);
    expect(ba.chat.said.at(-1)?.from).toMatchObject({ name: dung.name });
  });

  test("a ready answer of one's own is said, and none that stood there when another was pressed", () => {
    const { commune, near, ba } = talking();
    commune.keepsReady(["bà chờ cháu một chút", "cháu chào bà"]);
    near.presses("Khác…");
    near.presses("Câu soạn sẵn…");
    const before = ba.heard.length;

    commune.keepsReady(["việc này phải ra xã", "cháu chào bà"]);
    near.presses("bà chờ cháu một chút");
    expect(ba.heard).toHaveLength(before);
    expect(near.choices).toContain("việc này phải ra xã");
    near.presses("cháu chào bà");

    expect(last(ba)).toBe("cháu chào bà");
  });

  test("call a second person in: both talk, the first stays the holder", () => {
    const { near, far, ba } = talking();
    near.presses("Khác…");
    near.presses(near.choices.at(-1) ?? "");
    near.presses("Mời thêm người cùng giúp…");
    near.presses(`${hoa.name} (${hoa.role})`);

    far.presses("Nhận giúp");

    expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { id: dung.id } });
    expect(last(near)).toContain("đã vào cùng giúp bà ở Nà Khau");
    ba.types("hai người à");
    expect([last(near), last(far)]).toEqual(
      Array.from({ length: 2 }, () => "Bà ở Nà Khau:\nhai người à"),
    );
    far.types("em chào bà ạ");
    expect(last(ba)).toBe("em chào bà ạ");
    expect(last(near)).toContain("Hoa (mẫu) nhắn bà ở Nà Khau:\nem chào bà ạ");
  });

  test("how it ends is for the holder, and the second one hears that it did", () => {
    const { near, far, ba } = talking();
    ba.sends({
      kind: "case-tool",
      case: caseOf(ba),
      by: by(dung),
      tool: { is: "invite", to: hoa.id },
    });
    far.presses("Nhận giúp");
    far.presses("Kết thúc giúp");
    far.presses("Đã xong hết");
    expect(ba.saved.case?.state.is).toBe("claimed");

    near.presses("Kết thúc giúp");
    near.presses("Đã xong hết");

    expect(ba.saved.case).toBeUndefined();
    expect(far.heard.some((text) => text.includes("đã xong"))).toBe(true);
  });

  test("pass it on with a word for the next one, which the resident never sees", () => {
    const { near, far, ba } = talking();
    near.presses("Nhờ người khác");

    near.types("bà nghe không rõ, nhắn chữ to");

    expect(last(far)).toContain("Lời nhắn của Dung (mẫu): bà nghe không rõ, nhắn chữ to");
    expect(ba.heard.join("\n")).not.toContain("nghe không rõ");
  });

  test("are nobody's who does not hold the case", () => {
    const { commune, far, ba } = talking();
    const before = ba.chat.said.length;

    far.sends({ kind: "press", turn: 1, choice: `show:${caseOf(ba)}` });
    ba.sends({ kind: "case-tool", case: caseOf(ba), by: by(hoa), tool: { is: "which-screen" } });
    commune.pass(minute);

    expect(ba.chat.said).toHaveLength(before);
  });
});

describe("after helping", () => {
  const ends = (near: Player, outcome: string) => {
    near.presses("Kết thúc giúp");
    near.presses(outcome);
  };

  test("the resident is asked once whether it helped, and who helped hears the answer", () => {
    const { commune, near, ba } = talking();
    ends(near, "Vẫn ở bước này");

    const asked = commune.pass(3 * hour).filter((h) => h.line.text.includes("có giúp được không"));
    expect(asked).toHaveLength(1);
    ba.presses("Giúp được rồi");
    expect(last(near)).toBe("Bà ở Nà Khau nói: giúp được rồi. Cảm ơn anh/chị.");

    expect(commune.pass(3 * day).some((h) => h.line.text.includes("có giúp được không"))).toBe(
      false,
    );
  });

  test("never at night", () => {
    const { commune, near } = talking(morning + 10 * hour);
    ends(near, "Vẫn ở bước này");

    const asked = commune.pass(day).find((h) => h.line.text.includes("có giúp được không"));

    expect((asked!.at / hour + 7) % 24).toBeGreaterThanOrEqual(6.5);
    expect((asked!.at / hour + 7) % 24).toBeLessThan(20.5);
  });

  test("“not yet” offers a person again", () => {
    const { commune, near, ba } = talking();
    ends(near, "Vẫn ở bước này");
    commune.pass(3 * hour);

    ba.presses("Chưa giúp được");

    expect(ba.choices).toContain("Gặp người giúp");
    expect(last(near)).toContain("vẫn còn vướng");
  });

  test("the propagandist hears when it is done, and has their own quiet count", () => {
    const { near, ba } = talking();
    ends(near, "Đã xong hết");
    expect(ba.saved.case).toBeUndefined();

    near.commands("human");

    expect(near.heard.join("\n")).toContain("Anh/chị đã giúp xong 1 việc.");
  });

  test("a meeting at seven is reminded of when the quiet hours end", () => {
    const { commune, near, ba } = talking();
    near.presses("Kết thúc giúp");
    near.presses("Khác…");
    near.presses("Hẹn gặp");
    near.types("7 giờ ngày mai, nhà văn hoá");

    const heard = commune.pass(23 * hour).filter((h) => h.in === ba.chat.id);

    expect(heard.map((h) => (h.at / hour + 7) % 24)).toEqual([19, 6.5]);
  });
});
