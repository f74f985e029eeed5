/** A picture in words, for who cannot see it: where one is, what to press, and where that lies. */
import type { Language, Text } from "../../flows/index.ts";
import {
  appNames,
  begun,
  drawnMark,
  type Element,
  type PictureWords,
  type Screen,
  said,
} from "./words.ts";

const smallPicture: Text = { vi: "hình nhỏ", en: "the icon" };

const kinds: Readonly<Record<Element["kind"], Text>> = {
  bar: { vi: "thanh", en: "the bar" },
  text: { vi: "dòng chữ", en: "the line" },
  field: { vi: "ô", en: "the box" },
  button: { vi: "nút", en: "the button" },
  tick: { vi: "ô đánh dấu", en: "the tick box" },
  photo: { vi: "hình", en: "the picture" },
  item: { vi: "dòng", en: "the line" },
  code: { vi: "chỗ có mã", en: "the code" },
};

/** One or two short sentences; `drawn` is false for an author's own picture. */
export function altOf(screen: Screen, spoken: PictureWords, drawn = true): string {
  const { language } = spoken;
  const place = screen.elements.findIndex(({ press }) => press === true);
  const element = screen.elements[place];
  const opening = [
    ...(drawn ? [drawnMark[language]] : []),
    appNames[screen.app][language],
    said(screen.says, spoken),
  ].join(", ");
  if (element === undefined) return `${begun(opening, language)}.`;
  const where = whereabouts(place, screen.elements.length, language);
  return `${begun(opening, language)}. ${markedIs(element, screen.app, where, spoken)}`;
}

/** Which screens stand on one picture, by their numbers. */
export function altOfBoard(screens: readonly Screen[], spoken: PictureWords): string {
  const numbered = screens.map((screen, index) => `${index + 1}: ${said(screen.says, spoken)}`);
  const opening = spoken.language === "vi" ? "Các màn hình có đánh số" : "Numbered screens";
  return `${opening}, ${drawnMark[spoken.language]}. ${numbered.join(". ")}.`;
}

function markedIs(
  element: Element,
  app: Screen["app"],
  where: string,
  spoken: PictureWords,
): string {
  const { language } = spoken;
  const kind = (app === "phone" && element.kind === "item" ? smallPicture : kinds[element.kind])[
    language
  ];
  if (element.label !== undefined) {
    return language === "vi"
      ? `Chỗ được khoanh: ${kind} “${element.label}”, ${where}.`
      : `Ringed: ${kind} “${element.label}”, ${where}.`;
  }
  const means = element.means === undefined ? kind : said(element.means, spoken);
  return language === "vi" ? `Chỗ được khoanh, ${where}: ${means}.` : `Ringed, ${where}: ${means}.`;
}

function whereabouts(place: number, count: number, language: Language): string {
  if (count === 1) return language === "vi" ? "ở giữa" : "in the middle";
  if (place === 0) return language === "vi" ? "ở trên cùng" : "at the top";
  if (place === count - 1) return language === "vi" ? "ở dưới cùng" : "at the bottom";
  return language === "vi" ? `thứ ${place + 1} từ trên xuống` : `number ${place + 1} from the top`;
}
