/** Asking for a person: who is called, who is told what, and that nobody waits unheard. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CaseId, HandBack, Inbound } from "../../src/flows/index.ts";
import {
  aHelper,
  day,
  hour,
  minute,
  morning,
  type Player,
  prepare,
  type Town,
  type TownOptions,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const hoa = aHelper("hoa", { woman: true, villages: ["ban-khac"], role: "chi hội phụ nữ" });
const can = aHelper("can", { office: true, villages: [] });
const by = (who: typeof dung) => ({ id: who.id, name: who.name, role: who.role });

function village(options: TownOptions = {}, ...helpers: (typeof dung)[]) {
  const commune = town(options);
  const chats = (helpers.length === 0 ? [dung, hoa, can] : helpers).map((h) => commune.helper(h));
  return { commune, chats, ba: commune.player("ba-lien") };
}

/** On the first task of a guide, in Nà Khau, having asked for somebody. */
function asking(ba: Player, wish = "Ai giúp cũng được", flow = "tra-cuu-ho-so") {
  ba.arrives();
  // A word of hers shows how to address her.
  ba.types("bà đang ở nhà");
  ba.arrives(flow);
  ba.presses(ba.choices[0] ?? "");
  if (ba.saved.asking?.what === "keep") ba.presses("Có, nhớ giúp tôi");
  ba.commands("human");
  ba.types("Nà Khau");
  return ba.presses(wish);
}

const caseOf = (ba: Player): CaseId => {
  const id = ba.saved.case?.id;
  if (id === undefined) throw new Error("no case is open");
  return id;
};
const claim = (ba: Player, who: typeof dung) =>
  ba.sends({ kind: "case-claim", case: caseOf(ba), by: by(who) });
const say = (ba: Player, who: typeof dung, text: string): Inbound => ({
  kind: "case-say",
  case: caseOf(ba),
  by: by(who),
  text,
  masked: [],
});
const end = (ba: Player, who: typeof dung, result: HandBack) =>
  ba.sends({ kind: "case-hand-back", case: caseOf(ba), by: by(who), result });
const last = (p: Player) => p.heard.at(-1) ?? "";
const goneLines = (p: Player, from = 0) =>
  p.chat.said
    .slice(from)
    .filter((line) => line.replaces === true)
    .map((line) => line.text);

describe("who is called", () => {
  test("the village first, everybody after three minutes, the telephone after ten", () => {
    const {
      commune,
      chats: [near, far],
      ba,
    } = village();
    asking(ba);
    expect(last(near!)).toContain("trong thôn cần giúp");
    expect(far!.chat.said).toHaveLength(1);

    commune.pass(3 * minute);
    expect(last(far!)).toContain("cần giúp");
    expect(last(ba)).toContain("7 phút nữa");

    commune.pass(7 * minute);
    expect(last(ba)).toContain("18001096");
  });

  test("nobody who is off duty, and the resident hears when all are called again", () => {
    const { commune, ba } = village({ now: morning + 13 * hour }, { ...dung, onDuty: false });
    asking(ba);
    expect(ba.heard.join("\n")).toContain("Đến 7 giờ ngày mai cháu gọi lại mọi người");
    const heard = commune.pass(9 * hour);
    expect(heard.filter((h) => h.in === ba.chat.id).map((h) => h.at)).toEqual([
      morning + 22 * hour,
    ]);
  });

  test("nobody of the own village when another one was wished for, not even later", () => {
    const {
      commune,
      chats: [near],
      ba,
    } = village({}, dung);
    asking(ba, "Người thôn khác");
    commune.pass(2 * day);
    expect(near!.chat.said).toHaveLength(1);
    expect(ba.saved.case?.called).toEqual([]);
  });

  test.each([
    ["Một chị phụ nữ", hoa],
    ["Cán bộ xã", can],
  ])("%s and nobody else", (wish, who) => {
    const { commune, chats, ba } = village();
    asking(ba, wish);
    commune.pass(30 * minute);
    expect(ba.saved.case?.called).toEqual([who.id]);
    expect(
      chats.filter((c) => c.heard.some((text) => text.includes("Người cần giúp"))),
    ).toHaveLength(1);
  });

  test("help comes before preference where the commune has nobody of that kind, and that is said", () => {
    const { ba } = village({}, dung);
    const said = asking(ba, "Một chị phụ nữ")
      .map((line) => line.text)
      .join("\n");
    expect(said).toContain("chưa có người như vậy");
    expect(ba.saved.case?.called).toEqual([dung.id]);
  });

  test("not the propagandist who asks for help themself", () => {
    const { commune } = village({}, dung);
    const self = commune.player(dung.conversation!);
    self.arrives("tra-cuu-ho-so");
    self.presses("Có mã đây");
    self.presses("Có, nhớ giúp tôi");
    self.presses("human");
    self.types("Nà Khau");
    self.presses("Ai giúp cũng được");
    expect(self.saved.case?.called).toEqual([]);
  });
});

describe("nobody ever answers", () => {
  const tet = Date.parse("2027-02-05T03:00:00Z");
  test.each([
    ["in the morning", morning],
    ["late in the evening", morning + 12 * hour],
    ["at night", morning + 17 * hour],
    ["before a holiday", tet - 2 * day],
    ["at Tết", tet],
  ])("asked %s, the resident hears by every limit they were told", (_when, now) => {
    const { commune, ba } = village({ now });
    asking(ba);
    // At every moment something is going to happen by itself, and it is what the resident was told.
    for (let hours = 0; hours < 48; hours += 1) {
      const of = ba.saved.case;
      expect(of?.nextAt).toBeGreaterThan(commune.now);
      const due = [...ba.chat.timers.values()].filter((t) => t.scope.startsWith("case:"));
      expect(Math.min(...due.map((t) => t.at))).toBe(of?.nextAt);
      const until = of?.nextAt ?? 0;
      if (until > commune.now + hour) {
        commune.pass(hour);
        continue;
      }
      const heard = commune.pass(until - commune.now).filter((h) => h.in === ba.chat.id);
      expect(heard).toHaveLength(1);
    }
    expect(ba.saved.case?.state.is).toBe("waiting");
  });

  test("calls are not repeated at night, and rarely by day", () => {
    const { commune, ba } = village();
    asking(ba);
    const heard = commune.pass(2 * day).filter((h) => h.in === ba.chat.id);
    const local = heard.map(({ at }) => (at / hour + 7) % 24);
    expect(local.every((h) => h >= 6.5 && h <= 20.75)).toBe(true);
    expect(heard.length).toBeLessThanOrEqual(20);
  });

  test("who wrote nothing for a week and agreed to nothing is forgotten, and the helpers are told", () => {
    const {
      commune,
      chats: [near],
      ba,
    } = village({}, dung);
    ba.arrives("tra-cuu-ho-so");
    ba.presses("Có mã đây");
    ba.presses("Không cần nhớ");
    ba.presses("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    commune.pass(6 * day);
    expect(ba.saved.case).toBeDefined();
    commune.pass(4 * day);
    expect(ba.saved.case).toBeUndefined();
    expect(ba.saved.journeys).toEqual([]);
    expect(goneLines(near!)).toHaveLength(1);
  });
});

describe("a claim", () => {
  test("is won by the first; the loser is told, and each other hears of it exactly once", () => {
    const {
      commune,
      chats: [near, far, office],
      ba,
    } = village();
    asking(ba);
    commune.pass(4 * minute);
    near!.presses("Nhận giúp");
    far!.presses("Nhận giúp");
    expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { id: "dung" } });
    expect(last(far!)).toContain("đã nhận việc này trước rồi");
    for (const other of [far!, office!])
      expect(goneLines(other)).toEqual(["✅ Dung (mẫu) đã nhận giúp bà ở Nà Khau."]);
    expect(goneLines(near!)).toEqual([]);
  });

  test("without a word for ten minutes goes back to waiting, and both are told", () => {
    const {
      commune,
      chats: [near, far],
      ba,
    } = village();
    asking(ba);
    near!.presses("Nhận giúp");
    commune.pass(10 * minute);
    expect(ba.saved.case?.state.is).toBe("waiting");
    expect(ba.heard.slice(-2).join("\n")).toContain("đang bận, chưa trả lời được");
    expect(goneLines(near!)).toEqual([
      "Chưa thấy anh/chị trả lời bà ở Nà Khau, máy đã gọi người khác.",
    ]);
    expect(near!.saved.helping?.cases).toEqual([]);
    expect(last(far!)).toContain("vẫn có người chờ");
    expect(ba.saved.state).toBe("guided.step");
  });

  test("that speaks stays, and an unanswered question brings the same ten minutes", () => {
    const {
      commune,
      chats: [near],
      ba,
    } = village();
    asking(ba);
    near!.presses("Nhận giúp");
    near!.types("cháu đây ạ, bà đang thấy gì trên màn hình");
    commune.pass(2 * hour);
    expect(ba.saved.case?.state.is).toBe("claimed");
    ba.types("bà thấy chữ đỏ");
    expect(last(near!)).toBe("Bà ở Nà Khau:\nbà thấy chữ đỏ");
    commune.pass(10 * minute);
    expect(ba.saved.case?.state.is).toBe("waiting");
  });

  test("can be passed on; the others are called and the resident is told", () => {
    const {
      chats: [near, far],
      ba,
    } = village();
    asking(ba);
    near!.presses("Nhận giúp");
    near!.presses("Nhờ người khác");
    near!.presses("Gọi luôn, không dặn gì");
    expect(ba.saved.case?.state.is).toBe("waiting");
    expect(goneLines(near!)).toEqual(["Máy đã gọi người khác giúp bà ở Nà Khau. Cảm ơn anh/chị."]);
    expect(last(far!)).toContain("Người cần giúp");
  });

  test("is ended by the resident, who goes on alone; only the holder hears of it", () => {
    const {
      commune,
      chats: [near, far],
      ba,
    } = village();
    asking(ba);
    commune.pass(4 * minute);
    near!.presses("Nhận giúp");
    ba.presses("Tự làm tiếp");
    expect(ba.saved.case).toBeUndefined();
    expect(ba.saved.state).toBe("guided.step");
    expect(goneLines(near!)).toEqual(["Bà ở Nà Khau tự làm tiếp được rồi. Cảm ơn anh/chị."]);
    expect(goneLines(far!)).toHaveLength(1);
  });

  test("by words: “Tự làm tiếp” typed", () => {
    const { ba } = village();
    asking(ba);
    claim(ba, dung);
    ba.types("tu lam tiep");
    expect(ba.saved.case).toBeUndefined();
  });

  test("shows the number to be called at to the claimer, and to nobody before", () => {
    const {
      chats: [near],
      ba,
    } = village();
    ba.arrives("tra-cuu-ho-so");
    ba.presses("Có mã đây");
    ba.presses("Không cần nhớ");
    ba.sends({ kind: "press", turn: 0, choice: "x" });
    asking(ba);
    ba.presses("human");
    ba.presses("Gọi điện cho tôi");
    ba.types("0912 345 678");
    expect(near!.heard.join("\n")).not.toContain("0912345678");
    near!.presses("Nhận giúp");
    expect(last(near!)).toContain("Số để gọi: 0912345678");
  });

  describe("that Zalo knows", () => {
    function offered() {
      const {
        chats: [near],
        ba,
      } = village();
      asking(ba);
      ba.types("gọi điện cho bà");
      ba.sends({ kind: "known-phone", phone: "0912345678" });
      expect(last(ba)).toContain("đuôi 678");
      return { near, ba };
    }

    test.each(["Gọi số ấy", "vâng", "đúng rồi", "goi so ay", "0912345678"])(
      "is called after “%s”",
      (agrees) => {
        const { near, ba } = offered();
        ba.types(agrees);
        expect(last(ba)).toContain("đã ghi số");
        near!.presses("Nhận giúp");
        expect(last(near!)).toContain("Số để gọi: 0912345678");
      },
    );

    test.each(["Gọi số khác", "không phải", "khong a"])(
      "is asked for anew, in words alone, after “%s”",
      (declines) => {
        const { near, ba } = offered();
        ba.types(declines);
        expect(ba.saved.case?.phone).toBeUndefined();
        expect(ba.chat.said.at(-1)?.wantsPhone).toBeUndefined();
        ba.sends({ kind: "known-phone", phone: "0912345678" });
        ba.types("0987 654 321");
        near!.presses("Nhận giúp");
        expect(last(near!)).toContain("Số để gọi: 0987654321");
      },
    );

    test("is forgotten where none is wanted after all", () => {
      const { ba } = offered();
      ba.types("thôi, không cần gọi");
      ba.sends({ kind: "known-phone", phone: "0912345678" });
      expect(JSON.stringify(ba.saved)).not.toContain("0912345678");
    });
  });

  test("a resident who asked to be called is asked for the number", () => {
    const { ba } = village();
    ba.arrives();
    ba.types("bà cần xem hồ sơ");
    ba.sends({ kind: "words", text: "gọi điện cho bà", masked: [] });
    expect(ba.saved.asking?.afterwards.go).toBe("open-case");
  });
});

describe("while a person holds the case the machine is silent", () => {
  test.each(["menu", "human", "later", "help", "start"] as const)(
    "/%s only says who is listening",
    (command) => {
      const { ba } = village();
      asking(ba);
      claim(ba, dung);
      const { journeys, guiding } = ba.saved;
      const said = ba.commands(command);
      expect(said.map((l) => l.text)).toEqual([
        "Bà đang nói chuyện với người giúp. Muốn máy chỉ tiếp thì bấm “Tự làm tiếp”.",
      ]);
      expect(ba.saved).toMatchObject({ state: "with-person", guiding });
      expect(ba.saved.journeys).toEqual(journeys);
    },
  );

  test("except for a secret, which is covered and warned of", () => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    claim(ba, dung);
    const said = ba.types("Mã OTP của bà là 482913 đấy cháu ạ, cháu nhập giúp bà với nhé");
    expect(said.map((l) => l.text).join()).toContain("đừng gửi mã OTP");
    expect(last(near!)).not.toContain("482913");
    expect(ba.chat.effects.some((e) => e.do === "remove-inbound")).toBe(true);
  });

  test("and for the language: the person goes on listening", () => {
    const { ba } = village();
    asking(ba);
    claim(ba, dung);
    ba.commands("language");
    expect(last(ba)).toContain("I speak English");
    expect(ba.saved.state).toBe("with-person");
  });

  test("a photo is passed on only after the question, an album after one question", () => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    claim(ba, dung);
    const before = near!.chat.said.length;
    ba.sendsPhoto({ album: "a" });
    expect(last(ba)).toContain("có thẻ căn cước");
    expect(ba.sendsPhoto({ album: "a" })).toEqual([]);
    ba.types("bà chụp hai cái đấy");
    expect(last(near!)).toContain("bà chụp hai cái đấy");
    ba.types("không");
    const media = near!.chat.said
      .slice(before)
      .flatMap((l) => (l.media === undefined ? [] : [l.media.form]));
    expect(media).toEqual(["photo", "photo"]);
  });

  test("a photo with a card in it is not passed on", () => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    claim(ba, dung);
    ba.sendsPhoto();
    ba.presses("Có, đừng gửi");
    expect(near!.chat.said.some((l) => l.media !== undefined)).toBe(false);
    expect(ba.saved.photos).toEqual([]);
  });

  test("a document is passed on by its name, only after the question; with pictures it is one question", () => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    claim(ba, dung);
    ba.sendsFile({ caption: "cháu xem tờ này" });
    expect(last(ba)).toContain("Trong tệp có thẻ căn cước");
    expect(near!.chat.said.some((l) => l.media !== undefined)).toBe(false);
    ba.presses("Không có, gửi đi");
    expect(last(ba)).toContain("đã gửi tệp cho người giúp");
    const carried = near!.chat.said.at(-1);
    expect(carried?.media).toMatchObject({
      form: "file",
      file: { name: "tờ khai.pdf", size: 34_000 },
    });
    expect(carried?.text).toContain("cháu xem tờ này");

    ba.sendsPhoto({ album: "a" });
    ba.sendsFile({ album: "a" });
    expect(ba.sendsFile({ album: "a" })).toEqual([]);
    expect(last(ba)).toContain("Trong ảnh và tệp có thẻ căn cước");
    ba.presses("Có, đừng gửi");
    expect(last(ba)).toContain("xóa ảnh và tệp ấy");
    expect(near!.chat.said.at(-1)).toBe(carried);
  });

  test("a document to the machine alone is said to be unread, and by whom it would be", () => {
    const { ba } = village();
    ba.arrives("tra-cuu-ho-so");
    ba.sendsFile();
    expect(last(ba)).toContain("chưa đọc được tệp");
    expect(last(ba)).not.toContain("ảnh.");
    expect(ba.saved.state).toMatch(/^guided/u);
  });

  test("of a file nobody can carry it is said which ones can be, once somebody helps", () => {
    const { ba } = village();
    asking(ba);
    ba.sends({ kind: "unreadable", what: "file" });
    expect(last(ba)).toContain("chưa mở được tệp này");
    claim(ba, dung);
    ba.sends({ kind: "unreadable", what: "file" });
    expect(last(ba)).toContain("tệp PDF, tệp Word thì được");
  });

  test("a helper's document arrives with its name, and a colleague reads which it was", () => {
    const {
      chats: [, second],
      ba,
    } = village();
    asking(ba);
    claim(ba, dung);
    ba.sends({
      kind: "case-tool",
      case: caseOf(ba),
      by: by(dung),
      tool: { is: "invite", to: hoa.id },
    });
    second!.presses("Nhận giúp");
    const send = (name: string, caption = "") =>
      ba.sends({
        kind: "case-send",
        case: caseOf(ba),
        by: by(dung),
        media: "m" as never,
        form: "file",
        file: { name, size: 1000 },
        caption,
      });

    send("tờ khai mẫu.docx");
    expect(ba.chat.said.at(-1)?.media?.file?.name).toBe("tờ khai mẫu.docx");
    expect(last(second!)).toContain("[tệp] tờ khai mẫu.docx");

    const before = ba.chat.said.length;
    send("chụp ảnh thẻ căn cước.docx", "bà chụp ảnh thẻ căn cước gửi cháu");
    expect(ba.chat.said).toHaveLength(before);
    // A scanner's name, in which the time of day is covered, is no secret.
    send("Scan_▒▒▒.pdf");
    expect(ba.chat.said).toHaveLength(before + 1);
  });

  test("a helper's words that ask for a code are stopped, with the reason, and never arrive", () => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    near!.presses("Nhận giúp");
    const before = ba.chat.said.length;
    near!.types("bà đọc mã OTP cho cháu với");
    expect(ba.chat.said).toHaveLength(before);
    // Said once: the desk writes "not sent" over what it keeps, a chat has to be told.
    const reason = "Đừng bảo bà con đọc mã OTP. Bà con tự gõ mã vào ô trên điện thoại.";
    expect(last(near!)).toBe(`Tin chưa gửi. ${reason}`);
    expect(ba.chat.effects).toContainEqual(
      expect.objectContaining({
        do: "answer-act",
        ok: false,
        reason: "stopped",
        says: expect.objectContaining({ vi: reason }),
      }),
    );
  });

  test("nor do they arrive under a picture", () => {
    const { ba } = village();
    asking(ba);
    claim(ba, dung);
    const before = ba.chat.said.length;
    ba.sends({
      kind: "case-send",
      case: caseOf(ba),
      by: by(dung),
      media: "m" as never,
      form: "photo",
      caption: "bà chụp ảnh thẻ căn cước gửi cháu",
    });
    expect(ba.chat.said).toHaveLength(before);
  });

  test("words of somebody who has not claimed are refused", () => {
    const { ba } = village();
    asking(ba);
    claim(ba, dung);
    const before = ba.chat.said.length;
    ba.sends(say(ba, hoa, "để tôi giúp"));
    expect(ba.chat.said).toHaveLength(before);
  });
});

describe("a voice message", () => {
  test("is unheard, offered to a helper, and reaches whoever claims", () => {
    const {
      chats: [near],
      ba,
    } = village();
    ba.arrives("tra-cuu-ho-so");
    ba.sendsVoice();
    expect(last(ba)).toContain("chưa nghe được tiếng nói");
    ba.presses("Gửi cho người giúp");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    near!.presses("Nhận giúp");
    expect(near!.chat.said.some((l) => l.media?.form === "voice")).toBe(true);
  });

  test("that was not offered to anybody stays where it is", () => {
    const {
      chats: [near],
      ba,
    } = village();
    ba.arrives("tra-cuu-ho-so");
    ba.sendsVoice();
    ba.presses("Làm tiếp");
    asking(ba);
    near!.presses("Nhận giúp");
    expect(near!.chat.said.some((l) => l.media !== undefined)).toBe(false);
  });
});

describe("pictures and documents sent while nobody has come yet", () => {
  const carried = (p: Player) =>
    p.chat.said.flatMap(({ media }) => (media === undefined ? [] : [media.form]));

  /** Somebody of the village is being called. */
  function called() {
    const {
      chats: [near, far],
      ba,
    } = village();
    asking(ba);
    return { near: near!, far: far!, ba };
  }

  test("are asked about at once, wait, and reach whoever claims, with what was said aloud", () => {
    const { near, ba } = called();
    const step = last(ba);
    ba.sendsPhoto();
    expect(last(ba)).toContain("Trong ảnh có thẻ căn cước");
    ba.types("vâng");
    expect(last(ba)).toContain("Trong ảnh có thẻ căn cước");
    ba.types("không");
    expect(last(ba)).toContain("ai nhận giúp thì cháu gửi ảnh cho người ấy");
    expect(last(ba)).toContain(step.split("\n\n").at(-1));
    ba.sendsFile();
    ba.presses("Không có, gửi đi");
    ba.sendsVoice();
    ba.presses("Gửi cho người giúp");
    expect(carried(near)).toEqual([]);

    near.presses("Nhận giúp");

    expect(carried(near)).toEqual(["voice", "photo", "file"]);
    expect(ba.saved.photos).toEqual([]);
    ba.sendsPhoto();
    expect(last(ba)).toContain("Trong ảnh có thẻ căn cước");
  });

  test("not answered for, are asked about again once somebody has come", () => {
    const { near, ba } = called();
    ba.sendsPhoto();
    near.presses("Nhận giúp");
    expect(carried(near)).toEqual([]);
    expect(last(ba)).toContain("Trong ảnh có thẻ căn cước");
    ba.types("bà chụp màn hình đấy");
    expect(last(near)).toContain("bà chụp màn hình đấy");
    ba.types("không có");
    expect(carried(near)).toEqual(["photo"]);
  });

  test("with a card in them are gone, and those without stay", () => {
    const { near, ba } = called();
    ba.sendsPhoto();
    ba.presses("Không có, gửi đi");
    ba.sendsFile();
    ba.presses("Có, đừng gửi");
    near.presses("Nhận giúp");
    expect(carried(near)).toEqual(["photo"]);
  });

  test("reach whomever a coordinator gives the case to", () => {
    const { far, ba } = called();
    ba.sendsVoice();
    ba.presses("Gửi cho người giúp");
    ba.sendsPhoto();
    ba.presses("Không có, gửi đi");
    ba.sends({ kind: "case-assign", case: caseOf(ba), by: by(can), to: by(hoa) });
    expect(carried(far)).toEqual(["voice", "photo"]);
  });

  test("are nobody's once the case is over: the next one gets nothing of them", () => {
    const { near, ba } = called();
    ba.sendsPhoto();
    ba.presses("Không có, gửi đi");
    ba.sendsFile();
    ba.types("thôi để bà tự làm");
    ba.presses("Có, đừng gửi");
    ba.commands("human");
    if (ba.saved.case !== undefined) ba.presses("Tự làm tiếp");
    expect(ba.saved.photos).toEqual([]);
    asking(ba);
    near.presses("Nhận giúp");
    expect(carried(near)).toEqual([]);
  });

  test("still asked about when a case ends are gone, and the next helper gets nothing of them", () => {
    const { near, ba } = called();
    claim(ba, dung);
    ba.sendsFile();
    end(ba, dung, { outcome: "still-here" });
    expect(ba.chat.effects).toContainEqual(expect.objectContaining({ do: "drop-media" }));
    ba.commands("human");
    ba.presses(ba.choices[0] ?? "");
    near.presses("Nhận giúp");
    ba.sendsPhoto();
    expect(last(ba)).toContain("Trong ảnh có thẻ căn cước");
    ba.types("không");
    expect(carried(near)).toEqual(["photo"]);
  });

  test("the question about them outlives one about erasing", () => {
    const { ba } = called();
    claim(ba, dung);
    ba.sendsPhoto();
    ba.commands("delete");
    ba.types("không");
    expect(last(ba)).toContain("Trong ảnh có thẻ căn cước");
  });
});

describe("a meeting", () => {
  const meet = { outcome: "meet", at: morning + 30 * hour, place: "nhà văn hoá" } as const;

  test("reminds both on the eve and an hour before, and asks the helper afterwards", () => {
    const {
      commune,
      chats: [near],
      ba,
    } = village();
    asking(ba);
    claim(ba, dung);
    end(ba, dung, meet);
    expect(ba.heard.join("\n")).toContain("hẹn gặp bà lúc 15 giờ ngày mai, tại nhà văn hoá");
    const heard = commune.pass(40 * hour);
    expect(heard.filter((h) => h.in === ba.chat.id)).toHaveLength(2);
    expect(last(near!)).toContain("Buổi hẹn với bà ở Nà Khau thế nào rồi");
    near!.presses("Đã xong hết");
    expect(ba.saved.case).toBeUndefined();
  });

  test.each([2, 5, 21, 22, 23])("at %i o'clock reminds nobody in the quiet hours", (clock) => {
    const { commune, ba } = village();
    asking(ba);
    claim(ba, dung);
    end(ba, dung, { ...meet, at: morning + (24 + clock - 9) * hour });
    const local = commune.pass(20 * hour + clock * hour).map(({ at }) => (at / hour + 7) % 24);
    expect(local.every((h) => h >= 6.5 && h < 20.5)).toBe(true);
  });

  test("written in a helper's own words, hour and day in any order", () => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    near!.presses("Nhận giúp");
    near!.presses("Kết thúc giúp");
    near!.presses("Khác…");
    near!.presses("Hẹn gặp");
    near!.types("chắc mai");
    expect(last(near!)).toContain("chưa rõ ngày giờ");
    near!.types("ngày 25/11 lúc 15 giờ ở nhà văn hoá thôn");
    expect(ba.saved.case?.state).toMatchObject({
      is: "resting",
      meetAt: Date.parse("2026-11-25T08:00:00Z"),
      place: "nhà văn hoá thôn",
    });
    expect(last(near!)).toContain("Đã báo giờ hẹn");
  });

  test("asked for help again meanwhile, the resident hears of the meeting", () => {
    const { ba } = village();
    asking(ba);
    claim(ba, dung);
    end(ba, dung, meet);
    ba.commands("human");
    expect(last(ba)).toContain("đã hẹn gặp bà");
  });
});

describe("erasing with an open case", () => {
  test.each([
    ["waiting", () => undefined],
    ["claimed", (ba: Player) => void claim(ba, dung)],
  ])("%s: the helpers are told and nothing is left", (_state, then) => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    then(ba);
    ba.commands("delete");
    if (ba.saved.state === "erasing") ba.presses("Xóa hết");
    expect(ba.saved).toMatchObject({ state: "greeting", journeys: [], shown: [] });
    expect(ba.saved.case).toBeUndefined();
    expect(JSON.stringify(ba.saved)).not.toContain("khau");
    expect(ba.chat.effects).toContainEqual(
      expect.objectContaining({ do: "case", row: expect.objectContaining({ state: "closed" }) }),
    );
    expect(goneLines(near!)).toHaveLength(1);
    expect([...ba.chat.timers.keys()]).toEqual(["forget"]);
  });
});

describe("where the resident stands afterwards", () => {
  const results: readonly HandBack[] = [
    { outcome: "still-here" },
    { outcome: "done-up-to", step: "type-number" },
    { outcome: "finished" },
    { outcome: "needs-paper", paper: "giấy chứng sinh" },
    { outcome: "needs-paper" },
    { outcome: "in-person", where: "xã" },
    { outcome: "unreached" },
    { outcome: "meet", at: morning + 5 * hour, place: "trạm y tế" },
  ];

  test.each(results)("$outcome: even when they had begun something else meanwhile", (result) => {
    const { ba } = village();
    asking(ba);
    const { flow, step } = ba.saved.journeys.at(-1)!;
    ba.commands("menu");
    ba.arrives("khai-sinh");
    claim(ba, dung);
    end(ba, dung, result);
    const journey = ba.saved.journeys.find((j) => j.flow === flow);
    if (result.outcome === "finished") expect(journey).toBeUndefined();
    else if (result.outcome === "done-up-to")
      expect(ba.saved.journeys.at(-1)).toMatchObject({ flow, step: "type-picture" });
    else {
      expect(ba.saved.journeys.at(-1)).toMatchObject({ flow, step });
      expect(ba.saved.guiding).toBe(true);
    }
  });

  test("the helper is told that it is closed, and their words go nowhere else", () => {
    const {
      chats: [near],
      ba,
    } = village();
    asking(ba);
    near!.presses("Nhận giúp");
    near!.presses("Kết thúc giúp");
    near!.presses("Vẫn ở bước này");
    expect(goneLines(near!)).toEqual(["Đã ghi cho bà ở Nà Khau: Vẫn ở bước này. Cảm ơn anh/chị."]);
    expect(near!.saved.helping?.cases).toEqual([]);
  });
});

test("a town of one helper who is also forgotten by their own chat still hears", () => {
  const commune: Town = town({ roster: [dung] });
  const ba = commune.player("ba-lien");
  asking(ba);
  claim(ba, dung);
  expect(last(commune.player(dung.conversation!))).toContain("Anh/chị đã nhận giúp");
});

describe("a propagandist without buttons", () => {
  test("takes a case by typing what the button says, without tone marks", () => {
    const {
      chats: [near],
      ba,
    } = village({}, dung);
    asking(ba);

    near!.types("nhan giup");

    expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { id: dung.id } });
  });

  test("takes it by its number, and ends it by the number of the outcome", () => {
    const {
      chats: [near],
      ba,
    } = village({}, dung);
    asking(ba);
    near!.types("1");
    near!.types("Kết thúc giúp");

    near!.types("1");

    expect(ba.saved.case).toBeUndefined();
    expect(ba.heard.join("\n")).toContain("đã giúp");
  });

  test("reaches every step by its name and every outcome, five choices at a time", () => {
    const {
      chats: [near],
      ba,
    } = village({}, dung);
    asking(ba);
    near!.types("1");
    const steps = Array.from({ length: 12 }, (_, at) => ({
      id: `step-${at}`,
      says: `Bước ${at}`,
      where: at === 7 ? ("here" as const) : at < 7 ? ("behind" as const) : ("ahead" as const),
    }));
    near!.sends({ kind: "yours", case: caseOf(ba), name: "bà ở Nà Khau", card: "…", steps });

    near!.types("Kết thúc giúp");
    near!.types("Đã xong đến bước…");
    expect(near!.choices[0]).toBe("▸ Bước 7");
    const seen = new Set<string>();
    for (let page = 0; page < 12; page += 1) {
      const { choices } = near!.chat.said.at(-1)!;
      for (const { id } of choices) if (id.startsWith("up:")) seen.add(id);
      near!.types("Khác…");
    }

    expect(seen.size).toBe(steps.length);
    near!.types("Quay lại");
    near!.types("Khác…");
    near!.types("Chưa gặp được");
    expect(ba.saved.case).toBeUndefined();
  });

  test("a number goes to the resident while the two are talking", () => {
    const {
      chats: [near],
      ba,
    } = village({}, dung);
    asking(ba);
    near!.types("1");
    ba.types("bấm số mấy hả cháu");

    near!.types("2");

    expect(ba.saved.case?.state.is).toBe("claimed");
    expect(last(ba)).toContain("2");
  });
});

describe("what a resident has not agreed to pass on", () => {
  const shared = (p: Player) => p.chat.effects.filter((e) => e.do === "share-media").length;
  const dropped = (p: Player) => p.chat.effects.filter((e) => e.do === "drop-media").length;

  test("a picture is shared only after the question, and dropped at once on no", () => {
    const { ba } = village({}, dung);
    asking(ba);
    claim(ba, dung);

    ba.sendsPhoto();
    expect(shared(ba)).toBe(0);
    ba.presses("Có, đừng gửi");
    expect([shared(ba), dropped(ba)]).toEqual([0, 1]);

    ba.sendsPhoto();
    ba.presses("Không có, gửi đi");
    expect([shared(ba), dropped(ba)]).toEqual([1, 0]);
  });
});
