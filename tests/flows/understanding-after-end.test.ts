/** What is asked once a guide has ended: whether that was all, whether one only waits, whether one must go there. */
import { beforeAll, describe, expect, test } from "vitest";
import { fold } from "../../src/flows/understanding/fold.ts";
import { asksWhatIsLeft } from "../../src/flows/understanding/what-is-left.ts";
import { prepare, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const asked = [
  "thế có phải ra xã nữa không",
  "the co phai ra xa nua khong",
  "giờ chỉ chờ thôi à",
  "gio chi cho thoi a",
  "thế là xong hẳn chưa",
  "the la xong han chua",
  "vậy khỏi phải ra công an nữa hả cháu",
  "co phai len xa lay khong",
  "có phải đến tận nơi nhận không cháu",
  "bây giờ cứ ngồi nhà đợi thôi nhỉ",
  "gio cu doi tin thoi ha chau",
  "thế đã xong hết chưa",
  "xong thật rồi hả",
  "con phai lam gi nua khong",
  "có phải nộp thêm gì nữa không",
  "còn thiếu giấy gì nữa không",
  "chưa xong hẳn à",
  "vậy là hết rồi hả cháu",
  "thế thôi à",
  "mình phải ra đấy lấy hay họ gửi về",
  "giay ho gui ve nha hay phai ra lay",
  "thế chờ điện thoại thôi hả",
  "vậy đã xong xuôi hết rồi chứ",
  "thế là được rồi phải không",
  "có cần mang giấy ra xã nữa không",
  "do I still have to go there",
  "giờ mình ngồi đợi họ gọi à",
  "thế mình về được chưa",
  "còn sót gì không con",
  "the ho so cua ba xong roi day ha",
  "thế có phải in ra nộp nữa không",
  "rồi giấy tự về nhà à",
  "bà khỏi phải đi lại nữa đúng không",
  "thế đã ổn chưa cháu",
  "thế xã có gọi lại cho mình không",
  "vậy coi như xong rồi hả con",
  "giờ thì ngồi chơi đợi giấy thôi nhỉ",
  "xong hẳn chưa hay còn gì nữa",
  "họ gửi giấy về tận nhà cho mình à",
  "con phai nop tien nua ko",
  "vậy tôi khỏi lên xã nhé",
  "hoan thanh chua chau",
  "nộp xong rồi thì có phải ra xã không",
  "nãy bấm gửi rồi thì có phải ra xã nữa không",
  "gui tren mang roi co phai ra xa nua khong",
  "chiều nay có phải ra xã không",
  "thế mẹ tôi có phải ra xã ký không",
];

test.each(asked)("“%s” asks what is left", (words) => expect(asksWhatIsLeft(words)).toBe(true));

test.each([
  "xong rồi",
  "chưa xong",
  "chua xong dau",
  "chưa xong ạ",
  "bà chờ được ạ",
  "thế thôi nhé",
  "thế thôi ạ",
  "the thoi a",
  "hết rồi",
  "được rồi",
  "thế là được rồi",
  "còn đổi cái thẻ nữa ạ",
  "thế bao giờ có",
  "mất mấy ngày",
  "giờ làm gì nữa",
  "còn đổi thẻ nữa",
  "còn đổi cái thẻ bảo hiểm có được không",
  "còn cái thẻ bảo hiểm nữa",
  "không cần gì nữa đâu",
  "phải ra xã làm khai sinh cho cháu",
  "co phai lam sao",
  "thẻ hết hạn rồi à",
  "cho tôi hỏi đổi thẻ hết hạn có phải ra huyện không",
  "làm cho con tôi nữa được không",
  "có phải ra xã đăng ký kết hôn không",
  "con tôi có phải làm căn cước nữa không",
  "thế còn thẻ bảo hiểm thì sao",
])("“%s” asks something else, or nothing", (words) => expect(asksWhatIsLeft(words)).toBe(false));

/** Puts somebody before the end of a guide, as if they had gone all the way. */
function endedAt(flow: string, step: string) {
  const ba = town().player("ba");
  ba.arrives("xac-nhan-cu-tru");
  ba.types("bà đây");
  ba.presses("Ủy ban, cơ quan");
  if (ba.choices.includes("Không cần nhớ")) ba.presses("Không cần nhớ");
  ba.presses("Để tôi hỏi lại");
  expect(ba.saved).toMatchObject({ state: "finished", ended: { step: "ask-first" } });
  const edition = theLibrary().flows.get(flow)?.edition;
  Object.assign(ba.saved.ended ?? {}, { flow, step, edition });
  return ba;
}

describe.each([
  ["khai-sinh", "registered", /còn chờ xã xét.*mang giấy gốc.*ra Trung tâm của xã/s],
  ["thuong-tru", "keep-waiting", /còn chờ chủ hộ.*họ gọi mới phải ra/s],
  ["khai-tu", "wait-quietly", /bản nháp gửi về thì gia đình đọc ngay.*giấy báo tử bản gốc/s],
  ["lien-thong-khai-sinh", "sent-off", /ngày hẹn.*mang giấy chứng sinh bản gốc và căn cước/s],
  ["tam-tru", "waiting-on", /chủ nhà chưa bấm đồng ý.*mở VNeID.*công an gọi mới phải ra/s],
  ["nop-phi", "nothing-due", /không phải trả, hồ sơ còn chờ cán bộ.*giấy hẹn/s],
  ["nop-phi", "none-owed", /chưa phải trả gì, hồ sơ còn chờ cán bộ.*giấy hẹn/s],
  ["chung-thuc", "go-copy", /Dạ, còn việc này ạ\. Ra Trung tâm/s],
  ["luu-tru", "reported", /Không có giấy gì phải đi lấy\. Ngoài ra không còn gì.*gọi /s],
  ["bhyt-ho-gia-dinh", "at-school", /đóng ở trường.*Chưa chắc thì gọi /s],
] as const)("at the end “%s/%s”", (flow, step, holds) => {
  test.each(step === "registered" ? asked : asked.slice(0, 6))(
    "“%s” is answered with what holds",
    (words) => {
      const ba = endedAt(flow, step);

      ba.types(words);

      expect(ba.heard.at(-1)).toMatch(holds);
      expect(ba.heard.at(-1)).toContain("việc gì nữa không");
      expect(ba.saved.state).toBe("finished");
    },
  );
});

test.each(["chưa xong", "chua xong dau", "bà chưa xong ạ"])(
  "“%s” is never taken for done: what is left is said",
  (words) => {
    const ba = endedAt("khai-sinh", "registered");
    ba.types(words);
    expect(ba.heard.at(-1)).toContain("hồ sơ còn chờ xã xét");
    expect(ba.heard.at(-1)).not.toContain("Dạ vâng ạ");
  },
);

test("the guides an end offers are offered again with the answer", () => {
  const ba = endedAt("khai-sinh", "registered");

  ba.types("thế là xong hẳn chưa");
  ba.presses("Xem hồ sơ đã nộp tới đâu");

  expect(ba.saved.journeys.at(-1)?.flow).toBe("tra-cuu-ho-so");
});

test("where the end is not known any more, the office's telephone is named", () => {
  const ba = endedAt("khai-sinh", "no-such-end");

  ba.types("thế là xong hẳn chưa");

  expect(ba.heard.at(-1)).toMatch(/Chưa chắc thì gọi .*\d/);
});

test("every end of a dossier that is still being looked at says what is waited for", () => {
  const waiting = [...theLibrary().flows.values()].flatMap(({ id, steps }) =>
    Object.entries(steps).flatMap(([step, { kind, ...more }]) =>
      kind === "finish" &&
      "outcome" in more &&
      more.outcome === "done" &&
      "next" in more &&
      more.next?.includes("tra-cuu-ho-so") === true
        ? [{ step: `${id}/${step}`, waits: "waits" in more && more.waits !== undefined }]
        : [],
    ),
  );
  const others = new Set([
    "cai-vneid/opened",
    "dang-nhap-cong/logged-in",
    "dinh-danh-muc-2/opened",
    "quen-mat-khau-vneid/solved",
  ]);

  expect(waiting.filter(({ waits }) => waits).length).toBeGreaterThanOrEqual(10);
  expect(waiting.filter(({ step, waits }) => !waits && !others.has(step))).toEqual([]);
});

test.each(["có phải ra xã làm căn cước không", "co phai ra xa lam can cuoc khong"])(
  "“%s” names another task, which is taken up",
  (words) => {
    const ba = endedAt("khai-sinh", "registered");
    ba.types(words);
    expect(ba.saved.journeys.at(-1)?.flow).toBe("can-cuoc");
  },
);

describe.each([
  "bà muốn làm lại căn cước có phải ra công an không",
  "khai tử thì có phải ra xã không",
  "chồng tôi mất có phải ra xã không",
  "làm thẻ bảo hiểm y tế có phải ra xã không",
  "cháu tôi sinh rồi có phải ra xã không",
  "vneid xong chưa",
  "khai tử nộp ở đâu",
  "kết hôn làm ở đâu",
])("“%s” names a task of its own", (words) => {
  test.each([words, fold(words)])("and “%s” leads where it leads at the menu", (typed) => {
    const ba = endedAt("thuong-tru", "keep-waiting");
    const atMenu = town().player("người dân");
    atMenu.arrives();

    ba.types(typed);
    atMenu.types(typed);

    const ledTo = ({ saved, choices }: typeof ba) => ({
      state: saved.state,
      guide: saved.journeys.at(-1)?.flow,
      choices,
    });
    expect(ledTo(ba)).toEqual(ledTo(atMenu));
    expect(["finished", "need"]).not.toContain(ba.saved.state);
  });
});

test.each(["hộ chiếu có gửi về nhà không", "ho chieu co gui ve nha khong"])(
  "“%s” is no business of the guide that has ended",
  (words) => {
    const ba = endedAt("thuong-tru", "keep-waiting");
    ba.types(words);
    expect(ba.heard.at(-1)).not.toContain("còn chờ chủ hộ");
  },
);

test.each([
  "khai sinh xong chưa",
  "thế giấy khai sinh có gửi về nhà không",
  "giay khai sinh co phai ra xa lay khong",
])("“%s” names the guide that has ended, and is answered with what is left", (words) => {
  const ba = endedAt("khai-sinh", "registered");
  ba.types(words);
  expect(ba.heard.at(-1)).toContain("hồ sơ còn chờ xã xét");
});

test("a new guide forgets the end of the one before", () => {
  const ba = endedAt("khai-sinh", "registered");
  ba.types("còn cái thẻ bảo hiểm nữa");
  expect(ba.saved.ended).toBeUndefined();
});
