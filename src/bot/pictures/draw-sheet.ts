/**
 * What hangs on a wall or lies in a hand: a card (A6) or a poster (A4) with a way's QR code, in large plain
 * words. As SVG its letters are shapes, so that every printer has them. Ask `drawn-apart.ts`, except in tests.
 */
import { Resvg } from "@resvg/resvg-js";
import qrcode from "qrcode";
import satori from "satori";
import { fonts } from "./draw-screen.ts";
import { fontFamily } from "./ink.ts";
import { as, blank, column, type Drawn, picture, row, stroke, words } from "./tree.ts";

export interface Sheet {
  readonly form: "card" | "poster";
  readonly operator: string;
  /** Nobody has approved it yet. */
  readonly trial: boolean;
  /** Whose it is: a village, a propagandist. */
  readonly whose: readonly string[];
  /** "mận 274". */
  readonly code: string;
  readonly link: string;
  /** Whether the code is worth typing in Zalo. */
  readonly zalo: boolean;
  readonly telephone?: string | undefined;
}

/** Both papers have one shape; of a card 8 of these are a millimetre, of a poster 4. */
const width = 840;
const height = 1184;
/** 300 dots an inch on a card, 200 on a poster. */
const pixels = { card: 1240, poster: 1654 } as const;

const green = "#0b5443";
const black = "#111111";
const paper = "#ffffff";
const yellow = "#ffd84d";

/** Largest first: long names and a long link leave less for the code. */
const fits = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52] as const;

export const sheetSvg = async (sheet: Sheet): Promise<string> => (await sheetLaidOut(sheet)).svg;

/** As large as everything on it allows. */
export async function sheetLaidOut(
  sheet: Sheet,
): Promise<{ readonly svg: string; readonly scale: number; readonly stands: boolean }> {
  let svg = "";
  let last = 1;
  for (const scale of fits) {
    let end = height;
    svg = await satori(composed(sheet, scale), {
      width,
      height,
      fonts: fonts(),
      onNodeDetected: ({ key, top }) => {
        if (key === "end") end = top;
      },
    });
    last = scale;
    if (end <= height) return { svg, scale, stands: true };
  }
  return { svg, scale: last, stands: false };
}

export async function sheetPng(sheet: Sheet): Promise<Uint8Array> {
  const drawing = new Resvg(await sheetSvg(sheet), {
    font: { loadSystemFonts: false },
    background: paper,
    fitTo: { mode: "width", value: pixels[sheet.form] },
  });
  return drawing.render().asPng();
}

/** What is printed, from top to bottom; `scale` is of what may become smaller. */
export function composed(sheet: Sheet, scale = 1): Drawn {
  const { form, operator, trial, whose, code, zalo, telephone } = sheet;
  const line = (text: string, fontSize: number, fontWeight: 500 | 700 = 500): Drawn =>
    words(text, { fontSize, fontWeight, textAlign: "center", maxWidth: width - 80 });
  return column(
    { width, height, background: paper, color: black, fontFamily, alignItems: "center" },
    column(
      { width, padding: "30px 40px", background: green, color: paper, alignItems: "center" },
      line("Máy giúp làm giấy tờ", 68, 700),
      line(operator, 36),
      ...(form === "poster" ? [line("VNeID, khai sinh, cư trú, trợ cấp… chỉ từng bước", 32)] : []),
    ),
    ...(trial ? [trialMark()] : []),
    column(
      { width, padding: "10px 0", flexGrow: 1, alignItems: "center", justifyContent: "center" },
      ...whose.map((name) => line(name, 46 * Math.max(scale, 0.7), 700)),
      line("Đưa máy ảnh điện thoại vào hình này", 38),
      qr(sheet.link, 430 * scale),
      ...(zalo
        ? [line("Trong Zalo của xã thì gõ mã này:", 36), line(code, 84 * Math.max(scale, 0.7), 700)]
        : []),
      words(withoutScheme(sheet.link), {
        fontSize: 30,
        fontWeight: 500,
        textAlign: "center",
        maxWidth: width - 80,
        wordBreak: "break-all",
      }),
    ),
    column(
      { width, padding: "0 0 34px", alignItems: "center" },
      line("Không mất tiền.", 34, 700),
      line("Không ai được hỏi mật khẩu, mã OTP.", 34, 700),
      ...(telephone === undefined ? [] : [line(`Muốn hỏi lại cho chắc, gọi ${telephone}`, 36)]),
    ),
    as("end", blank({ width: 1, height: 0 })),
  );
}

const trialMark = (): Drawn =>
  row(
    { width, padding: "10px 20px", background: yellow, justifyContent: "center" },
    words("BẢN THỬ, chưa phải của xã", { fontSize: 36, fontWeight: 700 }),
  );

const withoutScheme = (link: string): string => link.replace(/^https?:\/\//, "");

/** With a quiet edge, and so that a quarter of it may be torn or dirty. */
function qr(link: string, size: number): Drawn {
  const { modules } = qrcode.create(link, { errorCorrectionLevel: "Q" });
  const edge = 3;
  const across = modules.size + 2 * edge;
  const dark = Array.from(modules.data, (bit, at) =>
    bit === 0
      ? ""
      : `M${(at % modules.size) + edge} ${Math.floor(at / modules.size) + edge}h1v1h-1z`,
  ).join("");
  return picture(size, size, `0 0 ${across} ${across}`, [
    stroke("rect", { width: across, height: across, fill: paper }),
    stroke("path", { d: dark, fill: "#000000", "shape-rendering": "crispEdges" }),
  ]);
}
