/** The question about being remembered never stands in anybody's way. */
import { beforeAll, expect, test } from "vitest";
import { wantsToBeCalled } from "../../src/flows/understanding/call-back.ts";
import { aHelper, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

test.each(["đồng ý cái gì", "là sao cháu", "hỏi làm gì"])(
  "“%s” asks about the question: it is explained and asked again, there",
  (words) => {
    const ba = asked();
    const [said] = ba.types(words);
    expect(said?.text).toContain("Mật khẩu, mã OTP thì không giữ");
    expect(ba.saved.asking?.what).toBe("keep");
  },
);

test.each(["ừ thì ừ", "đồng ý nhé cháu"])("“%s” agrees", (words) => {
  const ba = asked();
  ba.types(words);
  expect(ba.saved.keep).toBe("yes");
});

/** In a guide, where it is asked whether this may be remembered. */
function asked() {
  const ba = town().player("ba");
  ba.arrives("tra-cuu-ho-so");
  for (let presses = 0; presses < 6 && ba.saved.asking?.what !== "keep"; presses += 1) {
    const first = ba.chat.said.at(-1)?.choices[0];
    ba.presses(first?.id ?? "");
  }
  expect(ba.saved.asking?.what).toBe("keep");
  return ba;
}

test.each(["chưa xong", "khó quá bà chịu", "xong rồi"])(
  "“%s” is no answer to it: the step is shown, nothing is passed, and it is asked once more later",
  (words) => {
    const ba = asked();
    const { step } = ba;

    ba.types(words);

    expect(ba.saved).toMatchObject({ state: "guided.step", guiding: true });
    expect(ba.saved.asking).toBeUndefined();
    expect(ba.saved.keep).toBeUndefined();
    expect(ba.step).toBe(step);
    for (let presses = 0; presses < 6 && ba.saved.asking === undefined; presses += 1) {
      const ahead = ba.chat.said
        .at(-1)
        ?.choices.find((c) => c.id === "done" || c.id.startsWith("c:"));
      ba.presses(ahead?.id ?? "done");
    }
    expect(ba.saved.asking?.what).toBe("keep");
    ba.types(words);
    expect(ba.saved.keepPutOff?.times).toBe(2);
    expect(ba.saved.asking).toBeUndefined();
  },
);

test("whoever asks for a person instead is shown the step when they come back, and not asked meanwhile", () => {
  const commune = town();
  const helper = commune.helper(aHelper("dung"));
  const ba = commune.player("ba");
  ba.arrives("tra-cuu-ho-so");
  ba.presses("Có mã đây");
  expect(ba.saved.asking?.what).toBe("keep");

  ba.types("cho bà gặp người giúp");
  ba.types("Nà Khau");
  ba.presses("Ai giúp cũng được");
  expect(ba.saved.state).toBe("guided.step");
  helper.presses("Nhận giúp");
  helper.presses("Kết thúc giúp");
  helper.presses("Vẫn ở bước này");

  expect(ba.saved).toMatchObject({ state: "guided.step", keepPutOff: { times: 1 } });
  expect(ba.heard.filter((text) => text.includes("lần sau làm tiếp"))).toHaveLength(1);
});

test.each(["gọi điện cho tôi", "goi cho toi", "gọi lại cho bà", "cháu gọi cho bà với", "call me"])(
  "“%s” asks to be called",
  (words) => {
    expect(wantsToBeCalled(words)).toBe(true);
    const ba = town().player("ba");
    ba.arrives("tra-cuu-ho-so");
    ba.types(words);
    const { asking } = ba.saved;
    expect(asking?.afterwards).toMatchObject({ go: "open-case", call: true });
  },
);

test.each(["công an gọi cho tôi bảo nộp tiền", "đừng gọi cho tôi", "gọi người giúp cho tôi"])(
  "“%s” does not",
  (words) => {
    expect(wantsToBeCalled(words)).toBe(false);
  },
);
