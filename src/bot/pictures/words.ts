/** Our own words in and about a picture. What stands on the real screen comes from content, never from here. */
import type { Language, Screens, Text } from "../../flows/index.ts";
import { likenessOf } from "./likeness.ts";

export type Screen = Screens[string];
export type Element = Screen["elements"][number];

/** Whose words, and what the commune is called in them. */
export interface PictureWords {
  readonly language: Language;
  readonly commune: string;
}

/** Stands on every drawn picture, so that nobody looks for exactly these shapes. */
export const drawnMark: Text = { vi: "hình minh hoạ", en: "illustration" };

/** Where this screen is found; no logos, no colours of the real thing. */
export const appNames: Readonly<Record<Screen["app"], Text>> = {
  vneid: { vi: "VNeID", en: "VNeID" },
  portal: { vi: "Cổng Dịch vụ công", en: "Public service portal" },
  sms: { vi: "Tin nhắn", en: "Messages" },
  store: { vi: "Kho ứng dụng", en: "App store" },
  browser: { vi: "Trình duyệt", en: "Browser" },
  phone: { vi: "Điện thoại", en: "Phone" },
};

const calls = {
  press: { vi: "Bấm vào đây", en: "Press here" },
  box: { vi: "Bấm vào ô này", en: "Press this box" },
  type: { vi: "Gõ vào đây", en: "Type here" },
  scan: { vi: "Quét ô này", en: "Scan this" },
  look: { vi: "Xem chỗ này", en: "Look here" },
} as const satisfies Readonly<Record<string, Text>>;

/** What is to be done with the marked element. */
export function callTo(element: Element): Text {
  const likeness = likenessOf(element);
  if (likeness === "six-boxes") return calls.type;
  if (likeness === "black-and-white") return calls.scan;
  switch (element.kind) {
    case "button":
    case "item":
    case "photo":
    case "bar":
      return calls.press;
    case "field":
    case "tick":
      return calls.box;
    case "text":
    case "code":
      return calls.look;
  }
}

const placeLike: Text = { vi: "chỗ giống thế này:", en: "a place like this:" };
const boxLike: Text = { vi: "ô giống thế này:", en: "a box like this:" };

/** Says before our own description that the shape is only like the real one. */
export const likeThis: Readonly<Record<Element["kind"], Text>> = {
  button: { vi: "nút giống thế này:", en: "a button like this:" },
  photo: { vi: "hình giống thế này:", en: "a picture like this:" },
  field: boxLike,
  tick: boxLike,
  item: placeLike,
  text: placeLike,
  code: placeLike,
  bar: placeLike,
};

/** Words of content as a picture shows them. */
export function said(text: Text, { language, commune }: PictureWords): string {
  return asShown(text[language].replaceAll("{commune}", commune));
}

/** One code point for each letter with its marks: the font has those, and no loose marks. */
export const asShown = (text: string): string => text.normalize("NFC").trim();

/** A caption begins like a sentence. */
export function begun(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
