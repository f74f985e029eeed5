/**
 * What a described thing looks like where everybody knows its general shape: six small boxes, a black and
 * white square, a sheet of paper. Read from our own Vietnamese words; what is not known stays a plain shape.
 */
import type { Screens } from "../../flows/index.ts";

type Element = Screens[string]["elements"][number];

export type Likeness =
  | "plain"
  | "six-boxes"
  | "black-and-white"
  | "filled"
  | "chosen-from-list"
  | "search"
  | "paper"
  | "twisted"
  | "card"
  | "person"
  | "round"
  | "signal"
  | "battery"
  | "triangle"
  | "call-and-message"
  | "several"
  | "side-button";

const known: Readonly<Record<Element["kind"], ReadonlyArray<readonly [RegExp, Likeness]>>> = {
  field: [
    [/sáu ô|sáu chỗ/u, "six-boxes"],
    [/đã gõ|đã chọn|vừa gõ|đã điền/u, "filled"],
    [/chọn/u, "chosen-from-list"],
    [/tìm/u, "search"],
  ],
  code: [
    [/đen trắng|quét|qr/u, "black-and-white"],
    [/gõ|sáu/u, "six-boxes"],
  ],
  photo: [
    [/giấy/u, "paper"],
    [/uốn éo/u, "twisted"],
    [/áp thẻ/u, "card"],
    [/ảnh của mình/u, "person"],
  ],
  button: [[/nút tròn/u, "round"]],
  item: [
    [/vạch sóng/u, "signal"],
    [/cục pin/u, "battery"],
    [/tam giác/u, "triangle"],
    [/gọi điện/u, "call-and-message"],
    [/nút nguồn/u, "side-button"],
    [/^các hình khác/u, "several"],
  ],
  bar: [[/vạch sóng/u, "signal"]],
  text: [],
  tick: [],
};

/** A labelled thing looks like its label; only a list or a search box shows besides what it is. */
export function likenessOf({
  kind,
  label,
  means,
}: Pick<Element, "kind" | "label" | "means">): Likeness {
  const described = (label ?? means?.vi ?? "").normalize("NFC").toLowerCase();
  const likeness = known[kind].find(([sign]) => sign.test(described))?.[1] ?? "plain";
  return label === undefined || (kind === "field" && likeness !== "six-boxes") ? likeness : "plain";
}
