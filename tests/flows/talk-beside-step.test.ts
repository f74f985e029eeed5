/** What people say beside a step, and not to it: nobody is led away by it, and nobody hears the same again without a word. */
import { beforeAll, describe, expect, test } from "vitest";
import { ofAwaited } from "../../src/flows/understanding/awaited.ts";
import { startOver } from "../../src/flows/understanding/start-over.ts";
import { isUpset } from "../../src/flows/understanding/upset.ts";
import { asksWhichPress } from "../../src/flows/understanding/which-press.ts";
import { aHelper, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** At the portal's address: a task whose picture rings what to press. */
function atATask(commune = town()) {
  const ba = commune.player("ba");
  ba.arrives("dang-nhap-cong");
  ba.types("bà đây");
  for (let presses = 0; presses < 6 && !ba.choices.includes("Xong rồi"); presses += 1)
    ba.presses(ba.choices.includes("Không cần nhớ") ? "Không cần nhớ" : (ba.choices[0] ?? ""));
  expect(ba.step).toBe("open-portal");
  return ba;
}

describe("which press", () => {
  test.each(["nút nào", "nut nao", "giờ bấm gì", "bấm vào đâu", "cái nút ở chỗ nào"])(
    "“%s” points into the picture of the step and shows it again",
    (words) => {
      const ba = atATask();
      const [said] = ba.types(words);
      expect(said?.text).toContain("chỗ khoanh trong hình");
      expect(said?.screen).toBe("portal/browser-address");
      expect(ba).toMatchObject({ step: "open-portal", saved: { state: "guided.step" } });
    },
  );

  test("the third time a person is offered", () => {
    const ba = atATask();
    ba.types("nút nào");
    ba.types("nút nào");
    expect(ba.saved.state).toBe("guided.offering");
  });

  test("at a question it says that one of the answers is to be chosen", () => {
    const ba = town().player("ba");
    ba.arrives("khai-sinh");
    const [said] = ba.types("nút nào");
    expect(said?.text).toContain("chọn một ý");
  });

  test.each(["không thấy nút nào", "bấm nút nào cũng không được", "không bấm được nút nào"])(
    "“%s” asks for no press",
    (words) => expect(asksWhichPress(words)).toBe(false),
  );
});

describe("from the beginning", () => {
  test.each(["bắt làm lại từ đầu", "nó lại bắt đăng nhập lại", "bắt làm đi làm lại mệt quá"])(
    "“%s” is a complaint: a kind word, and the place is kept",
    (words) => {
      const ba = atATask();
      const [said] = ba.types(words);
      expect(said?.text).toContain("vẫn giữ nguyên");
      expect(ba).toMatchObject({ step: "open-portal", saved: { state: "guided.step" } });
    },
  );

  test("“làm lại từ đầu” is asked back; going on stays at the step", () => {
    const ba = atATask();
    ba.types("làm lại từ đầu");
    expect(ba.saved.state).toBe("guided.starting-over");
    ba.presses("Làm tiếp chỗ dở");
    expect(ba.step).toBe("open-portal");
  });

  test("and beginning again keeps what was begun", () => {
    const ba = atATask();
    ba.types("làm lại từ đầu");
    ba.presses("Làm lại từ đầu");
    expect(ba.step).not.toBe("open-portal");
    expect(ba.saved.journeys.map(({ step }) => step)).toContain("open-portal");
  });

  test.each([
    ["chỉ lại bước này từ đầu", undefined],
    ["nhầm rồi làm lại", "slipped"],
    ["xong rồi", undefined],
  ] as const)("“%s” is %s", (words, meant) => expect(startOver(words)).toBe(meant));
});

describe("bad words", () => {
  test.each(["đồ máy ngu", "do may ngu", "thằng ngu, nói mãi không hiểu"])(
    "“%s” outside a guide: a kind word and a choice, and no village is asked",
    (words) => {
      const ba = town().player("ba");
      ba.arrives();
      const [said] = ba.types(words);
      expect(said?.text).toContain("đừng giận");
      expect(said?.choices.map(({ says }) => says)).toContain("Gặp người giúp");
      expect(ba.saved.state).toBe("need");
    },
  );

  test.each(["buồn ngủ quá", "buon ngu qua", "điện thoại hết pin", "cháu đi ngủ đây"])(
    "“%s” is none",
    (words) => expect(isUpset(words)).toBe(false),
  );
});

describe("waiting for a person", () => {
  test.each(["lâu thế", "sao mãi không ai trả lời", "có ai chưa"])(
    "“%s” hears that somebody is called",
    (words) => {
      const commune = town({ roster: [aHelper("lan")] });
      const ba = atATask(commune);
      ba.presses("Gặp người giúp");
      ba.presses("Nà Khau");
      ba.presses("Ai giúp cũng được");
      const [said] = ba.types(words);
      expect(said?.text).toContain("đang chờ người nhận");
    },
  );

  test.each(["chờ mãi không thấy mã", "sao không lên", "mã đâu rồi", "bà làm được rồi"])(
    "“%s” is about the step",
    (words) => expect(ofAwaited(words)).toBeUndefined(),
  );

  test("with nobody on duty it is said when they are called, and not that they are", () => {
    const commune = town({ roster: [aHelper("lan", { onDuty: false })] });
    const ba = atATask(commune);
    ba.presses("Gặp người giúp");
    ba.presses("Nà Khau");
    ba.presses("Ai giúp cũng được");
    const [said] = ba.types("bao giờ có người");
    expect(said?.text).toContain("gọi lại mọi người");
    expect(said?.text).not.toContain("đã gọi");
  });

  test("“de lai loi nhan” leaves a message, and no page is out of order", () => {
    const commune = town({ roster: [aHelper("lan")] });
    const ba = atATask(commune);
    ba.presses("Gặp người giúp");
    ba.presses("Nà Khau");
    const [unsure] = ba.types("nút nào");
    expect(unsure?.text).toContain("chọn một ý");
    ba.presses("Ai giúp cũng được");
    ba.types("de lai loi nhan");
    expect(ba.saved.asking?.what).toBe("message");
  });

  test("“thôi không cần nữa” ends the call and not the task", () => {
    const commune = town({ roster: [aHelper("lan")] });
    const ba = atATask(commune);
    ba.presses("Gặp người giúp");
    ba.presses("Nà Khau");
    ba.presses("Ai giúp cũng được");
    ba.types("thôi không cần nữa");
    expect(ba.saved.case).toBeUndefined();
    expect(ba.step).toBe("open-portal");
  });
});

test.each(["nói tiếng Mông được không", "noi tieng mong duoc khong"])(
  "“%s” is no wish for English",
  (words) => {
    const ba = atATask();
    const [said] = ba.types(words);
    expect(ba.saved).toMatchObject({ language: "vi", speech: "mong" });
    expect(said?.text).toContain("tiếng Mông");
  },
);

test("an identity card lost at the market is understood as lost", () => {
  const ba = town().player("ba");
  ba.arrives();
  ba.types("mat cccd o cho phien");
  expect(ba.saved.journeys.at(-1)?.flow).toBe("can-cuoc");
});

test.each(["chưa xong", "chua xog", "xong đâu mà xong", "sap xong roi"])(
  "“%s” passes no step",
  (words) => {
    const ba = atATask();
    ba.types(words);
    expect(ba.step).toBe("open-portal");
  },
);

describe("what is kept of them", () => {
  test.each(["máy giữ những gì của bà", "thong tin cua ba ai xem", "có lưu tin nhắn không"])(
    "“%s” is answered with who answers for it, and the step stays",
    (words) => {
      const ba = atATask();

      const [said] = ba.types(words);

      expect(said?.text).toContain("không");
      expect(said?.text).toContain("cán bộ xã Tân An (mẫu)");
      expect(ba).toMatchObject({ step: "open-portal", saved: { state: "guided.step" } });
    },
  );

  test.each(["giấy tờ phải giữ cái gì", "điền thông tin ở đâu", "ghi gì vào ô này"])(
    "“%s” asks about something else",
    (words) => {
      const ba = atATask();
      expect(ba.types(words)[0]?.text ?? "").not.toContain("cán bộ xã Tân An (mẫu)");
    },
  );
});

describe("a cry at the beginning", () => {
  test.each([
    ["thôi chết, quên mất mật khẩu", "quen-mat-khau-vneid"],
    ["chet roi, lam mat can cuoc", "can-cuoc"],
  ])("“%s” is about what follows, and nobody has died", (words, flow) => {
    const ba = town().player("ba");
    ba.arrives();
    ba.types(words);
    expect(ba.saved.journeys.at(-1)?.flow).toBe(flow);
  });

  test.each(["bố tôi chết rồi", "mẹ mất rồi, làm giấy gì"])("“%s” is a death", (words) => {
    const ba = town().player("ba");
    ba.arrives();
    const said = ba.types(words);
    const choices = said.flatMap((line) => line.choices.map(({ says }) => says));
    expect([...said.map(({ text }) => text), ...choices].join("\n")).toContain("khai tử");
  });

  test("a birth that is near is no goodbye", () => {
    const ba = town().player("ba");
    ba.arrives();
    ba.types("vo toi sap de");
    expect(ba.saved.journeys.at(-1)?.flow).toBe("khai-sinh");
  });
});

describe("where a telephone number is asked for", () => {
  function askedForANumber() {
    const ba = atATask();
    ba.commands("human");
    if (ba.saved.asking?.what === "village") ba.types("Nà Khau");
    if (ba.choices.includes("Ai giúp cũng được")) ba.presses("Ai giúp cũng được");
    ba.types("gọi điện cho bà");
    expect(ba.saved.asking?.what).toBe("phone");
    return ba;
  }

  test("“làm tiếp” goes on with the step", () => {
    const ba = askedForANumber();
    ba.types("lam tiep");
    expect(ba).toMatchObject({ step: "open-portal", saved: { state: "guided.step" } });
  });

  test.each(["Làm tiếp", "lam tiep"])(
    "after “lâu thế”, how things stand, %s goes on at once",
    (answer) => {
      const ba = askedForANumber();
      ba.types("lâu thế");
      expect(ba.choices[0]).toBe("Làm tiếp");

      if (answer === "lam tiep") ba.types(answer);
      else ba.presses(answer);

      expect(ba).toMatchObject({ step: "open-portal", saved: { state: "guided.step" } });
      expect(ba.saved.asking).toBeUndefined();
    },
  );

  test("words without a figure are no wrong number, and too few figures are one", () => {
    const ba = askedForANumber();
    expect(ba.types("lâu thế")[0]?.text).not.toContain("chưa đúng số điện thoại");
    expect(ba.types("0912 34")[0]?.text).toContain("chưa đúng số điện thoại");
  });
});
