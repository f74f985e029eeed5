import { expect, test } from "vitest";
import { buttonMessage, fitsButtons, pressedIn } from "../../src/bot/channels/zalo/oa/buttons.ts";

const two = [
  { id: "yes", says: "Có rồi" },
  { id: "no", says: "Chưa có" },
];
const asking = (text: string, choices = two) => ({ text, turn: 7, choices });

test("a list says every word in its first row, and what can be pressed in the others", () => {
  const text =
    "Dạ, bà mở ứng dụng VNeID giúp cháu nhé. Biểu tượng có hình quốc huy, nền màu đỏ.\nBà đã mở được ứng dụng đó chưa ạ?";

  const message = buttonMessage("list", asking(text), "vi");

  expect(message).toMatchObject({
    attachment: {
      payload: {
        template_type: "list",
        elements: [
          {
            title:
              "Dạ, bà mở ứng dụng VNeID giúp cháu nhé. Biểu tượng có hình quốc huy, nền màu đỏ.",
            subtitle: "Bà đã mở được ứng dụng đó chưa ạ?",
          },
          { title: "Có rồi", default_action: { type: "oa.query.hide" } },
          { title: "Chưa có", default_action: { type: "oa.query.hide" } },
        ],
      },
    },
  });
  const payloads = [...JSON.stringify(message).matchAll(/"payload":"([^"]+)"/g)];
  expect(payloads.map(([, payload = ""]) => pressedIn(payload))).toEqual([
    { turn: 7, choice: "yes" },
    { turn: 7, choice: "no" },
  ]);
});

test("a short question still says where to press, in the language of whoever reads", () => {
  expect(JSON.stringify(buttonMessage("list", asking("Bà khoẻ không ạ?"), "vi"))).toContain("Bấm");
  expect(JSON.stringify(buttonMessage("list", asking("How are you?"), "en"))).toContain("Press");
});

test("what is too long for a list, or offers too much, goes without one", () => {
  const five = Array.from({ length: 5 }, (_, n) => ({ id: `c${n}`, says: `Việc ${n}` }));

  expect(fitsButtons("list", asking("Bà khoẻ không ạ?"))).toBe(true);
  expect(fitsButtons("list", asking("Bà bấm vào đây ạ. ".repeat(40)))).toBe(false);
  expect(fitsButtons("list", asking("Bà chọn nhé?", five))).toBe(false);
  expect(fitsButtons("bare", asking("Bà chọn nhé?", five))).toBe(true);
});
