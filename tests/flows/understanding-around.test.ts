/** What elders say around a guide: which paper, an office's hours, a place in the list, whether it is done, and after its end. */
import { beforeAll, describe, expect, test } from "vitest";
import { placeNamed } from "../../src/flows/understanding/choices.ts";
import { asksWhetherDone, saysDone } from "../../src/flows/understanding/done.ts";
import { fold } from "../../src/flows/understanding/fold.ts";
import { asksOfficeHours } from "../../src/flows/understanding/office-hours.ts";
import { namesNoPaper, withoutOwnPuzzle } from "../../src/flows/understanding/unnamed-paper.ts";
import { prepare, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const last = (said: readonly string[]) => said.at(-1) ?? "";

describe("a paper nobody named", () => {
  test.each([
    "làm giấy cho con mà chả hiểu gì",
    "lam giay cho con ma cha hieu gi",
    "muốn làm giấy tờ cho thằng cháu mà không biết làm giấy gì",
    "cần làm giấy cho bố",
  ])("“%s” is asked which, and opens no guide", (words) => {
    const ba = town().player("ba");
    ba.types("bà chào cháu");
    ba.types(words);
    expect(last(ba.heard)).toContain("có nhiều loại");
    expect(ba.saved.guiding).toBe(false);
    expect(ba.choices).toContain("Gặp người giúp");
  });

  test.each(["làm giấy khai sinh cho con", "giấy đi viện cho mẹ", "làm thẻ cho con", "giấy"])(
    "“%s” names something, or asks for none",
    (words) => expect(namesNoPaper(words)).toBe(false),
  );

  test("one's own not knowing is no child's disability; a child that understands nothing is", () => {
    expect(withoutOwnPuzzle("xin nhập khẩu cho con mà chả biết gì cả")).toBe(
      "xin nhập khẩu cho con",
    );
    expect(withoutOwnPuzzle("thằng bé nhà tôi chả biết gì cả")).toBe(
      "thằng bé nhà tôi chả biết gì cả",
    );
    expect(theLibrary().readNeed("xin nhập khẩu cho con mà chả hiểu gì").flows[0]).toBe(
      "thuong-tru",
    );
  });
});

describe("office hours", () => {
  test.each([
    "xã có làm việc thứ bảy không",
    "xa co lam viec thu 7 khong",
    "mấy giờ thì xã đóng cửa",
    "chủ nhật ủy ban có mở cửa không",
    "mai lễ xã có nghỉ không",
    "buổi trưa có ai ở xã không",
  ])("“%s” is answered with what is known, wherever they stand", (words) => {
    const ba = town().player("ba");
    ba.arrives("khai-sinh");
    ba.types("bà đây");
    const { step, saved } = ba;
    ba.types(words);
    expect(last(ba.heard)).toContain("sáng thứ Bảy");
    expect(last(ba.heard)).toContain("chưa được báo");
    expect(ba).toMatchObject({ step, saved: { state: saved.state } });
  });

  test.each([
    "bao giờ xã làm xong giấy",
    "hôm nay xã làm khai sinh cho con tôi chưa",
    "mai tôi ra xã làm",
    "trang web hôm nay có mở không",
    "công an xã gọi bảo mai lên làm căn cước",
  ])("“%s” asks for no hours", (words) => expect(asksOfficeHours(words)).toBe(false));
});

describe("going to a doctor for nothing", () => {
  test.each([
    "làm giấy gì đi viện không mất tiền",
    "giay gi di benh vien ko mat tien",
    "đi khám có cái thẻ gì khỏi mất tiền",
    "di kham co cai the gi khoi mat tien",
    "thẻ gì đi viện không mất tiền",
    "làm thẻ gì để đi viện được giảm tiền",
  ])("“%s” leads to health insurance first, and not to what our guidance costs", (words) => {
    const ba = town().player("ba");
    ba.types(words);
    expect(theLibrary().readNeed(words).flows[0]).toBe("bhyt-ho-gia-dinh");
    expect(ba.heard.join()).not.toContain("Việc nào có lệ phí");
  });
});

describe("a place in the list", () => {
  test.each([
    ["cái dưới cùng", 4],
    ["cai duoi cung", 4],
    ["chọn dòng cuối cùng cho bà", 4],
    ["dòng trên cùng", 1],
    ["cái thứ hai từ dưới lên", 3],
    ["cái gần cuối", 3],
  ])("“%s” of four is the %ith", (words, at) => {
    expect(placeNamed(fold(words), 4)).toBe(at);
  });

  test.each([
    "cuối",
    "cuối tuần",
    "cuối tháng này mới có",
    "kéo xuống dưới cùng không thấy",
    "ô dưới cùng trống",
  ])("“%s” counts nothing", (words) => expect(placeNamed(fold(words), 4)).toBeUndefined());

  test("what was understood is said, with the way back; at a task no button is pressed by it", () => {
    const ba = town().player("ba");
    ba.arrives("khai-sinh");
    ba.types("bà đây");
    ba.types("cái dưới cùng");
    expect(ba.heard.join()).toContain("hiểu là: Chưa biết");
    expect(ba.step).toBe("linked-how");

    const co = town().player("co");
    co.arrives("tra-cuu-ho-so");
    co.types("bà đây");
    co.presses("Có mã đây");
    if (co.choices.includes("Không cần nhớ")) co.presses("Không cần nhớ");
    co.types("cái dưới cùng");
    expect(co.step).toBe("open-portal");
  });
});

describe("whether it is done", () => {
  test.each([
    "xong chưa nhỉ",
    "xong chua nhi",
    "thế xong chưa",
    "đã xong chưa cháu",
    "vậy là xong chưa hả",
  ])("“%s” asks, and never says so", (words) => {
    expect(asksWhetherDone(words)).toBe(true);
    expect(saysDone(words)).toBe(false);
  });

  test.each([
    "xong rồi chứ",
    "xong roi nhi",
    "xong rồi nhỉ",
    "the la xong roi a",
    "chưa xong",
    "chua xong",
    "chưa xong đâu",
  ])("“%s” is not done", (words) => {
    expect(saysDone(words)).toBe(false);
    expect(asksWhetherDone(words)).toBe(false);
  });

  test.each(["xong rồi", "xong roi a", "xong rồi chú ơi", "da xong", "thế là xong rồi"])(
    "“%s” is done",
    (words) => expect(saysDone(words)).toBe(true),
  );

  test("asked at a task, the task is shown more closely, and not passed", () => {
    const ba = town().player("ba");
    ba.arrives("tra-cuu-ho-so");
    ba.types("bà đây");
    ba.presses("Có mã đây");
    if (ba.choices.includes("Không cần nhớ")) ba.presses("Không cần nhớ");
    ba.types("xong chưa nhỉ");
    expect(last(ba.heard)).toContain("Chrome là hình tròn nhiều màu");
    expect(ba.step).toBe("open-portal");
  });
});

test.each([
  "nó hiện cái bảng hỏi đồng ý",
  "no hien cai bang hoi dong y",
  "hiện bảng bảo cho phép",
  "nó hiện lên cái gì hỏi cho phép gửi thông báo",
])("“%s” asks which screen it is, at a question too", (words) => {
  const ba = town().player("ba");
  ba.arrives("dang-nhap-cong");
  ba.types("bà đây");
  ba.presses("Mở được rồi");
  if (ba.choices.includes("Không cần nhớ")) ba.presses("Không cần nhớ");
  ba.presses("Xong rồi");
  expect(ba.step).toBe("address-right");
  ba.types(words);
  expect(ba.saved.state).toBe("guided.screens");
});

describe("after the end of a guide", () => {
  /** Home from a guide that ends at once: an answer that leads to one of its ends. */
  function atTheEnd() {
    const ba = town().player("ba");
    ba.arrives("xac-nhan-cu-tru");
    ba.types("bà đây");
    ba.presses("Ủy ban, cơ quan");
    if (ba.choices.includes("Không cần nhớ")) ba.presses("Không cần nhớ");
    ba.presses("Để tôi hỏi lại");
    expect(ba.saved.state).toBe("finished");
    return ba;
  }

  test.each([
    "con gửi rồi đấy",
    "con gui roi day",
    "ừ biết rồi",
    "ok cháu",
    "ừ",
    "gửi xong hết rồi",
  ])("“%s” is taken for what it is", (words) => {
    const ba = atTheEnd();
    ba.types(words);
    expect(last(ba.heard)).toContain("Dạ vâng ạ");
    expect(ba.saved.state).toBe("finished");
  });

  test.each(["thế thôi nhé", "không cần gì nữa đâu", "khong can gi nua dau", "thôi"])(
    "“%s” ends it kindly",
    (words) => {
      const ba = atTheEnd();
      ba.types(words);
      expect(last(ba.heard)).toContain("Bao giờ cần thì cứ nhắn lại");
    },
  );

  test.each(["thế bao giờ có", "the bao gio co", "mất mấy ngày", "lấy ở đâu"])(
    "“%s” is of what was sent",
    (words) => {
      const ba = atTheEnd();
      ba.types(words);
      expect(last(ba.heard)).toContain("Xem hồ sơ đã nộp tới đâu");
    },
  );

  test.each(["giờ làm gì nữa", "rồi sao nữa", "làm cho thằng em nữa", "có", "còn việc nữa"])(
    "“%s” wants something more, and calls nobody “em”",
    (words) => {
      const ba = atTheEnd();
      ba.types(words);
      expect(ba.saved.state).toBe("need");
      expect(ba.saved.address).not.toBe("em");
    },
  );

  test("a new need is taken up, and thanks are answered", () => {
    const ba = atTheEnd();
    ba.types("cam on chau");
    expect(last(ba.heard)).toContain("không có gì");
    ba.types("còn cái thẻ bảo hiểm nữa");
    expect(ba.step).toBe("free-first");
  });
});
