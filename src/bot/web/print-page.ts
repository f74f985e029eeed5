/** Cards, four to a sheet of A4 with lines to cut along, or posters, one to a sheet: to be printed by the browser. */
import type { Language } from "../../flows/index.ts";
import type { ListedWay } from "../desk/listed-way.ts";
import { escaped } from "./escaped.ts";

export interface PrintPage {
  readonly form: "the" | "to";
  readonly ways: readonly ListedWay[];
  /** How many of each. */
  readonly each: number;
  readonly language: Language;
}

const cardsOnASheet = 4;

export function printPage({ form, ways, each, language }: PrintPage): string {
  const says = words[language];
  const pictures = ways.flatMap((way) =>
    Array.from({ length: each }, () => {
      const whose = [way.village, way.person, way.code].filter((part) => part !== undefined);
      const alt = escaped(`${says[form]}: ${whose.join(", ")}`);
      return `<img src="/desk/api/ways/${way.plain}/${form}.svg" alt="${alt}">`;
    }),
  );
  const onASheet = form === "the" ? cardsOnASheet : 1;
  const sheets = Array.from({ length: Math.ceil(pictures.length / onASheet) }, (_, at) =>
    pictures.slice(at * onASheet, (at + 1) * onASheet),
  );
  const hidden = [
    `<input type="hidden" name="form" value="${form}">`,
    ...ways.map(({ plain }) => `<input type="hidden" name="ma" value="${plain}">`),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${says[form]}</title>
<link rel="stylesheet" href="/desk/in.css">
<script src="/desk/in.js" defer></script>
</head>
<body>
<header>
<h1>${says[form]}</h1>
<p>${says.sheets(sheets.length)}</p>
<form method="get" action="/desk/in">
${hidden.join("\n")}
<label for="moi">${says.each}</label>
<select id="moi" name="moi">${[1, 2, 4, 8, 12, 20, 40]
    .map((n) => `<option value="${n}"${n === each ? " selected" : ""}>${n}</option>`)
    .join("")}</select>
<button type="submit">${says.change}</button>
</form>
<button type="button" id="print">${says.print}</button>
<p class="hint">${says.hint}</p>
<p><a href="/desk">${says.back}</a></p>
</header>
<main>
${sheets.map((all) => `<section class="sheet ${form}">\n${all.join("\n")}\n</section>`).join("\n")}
</main>
</body>
</html>
`;
}

const words = {
  vi: {
    the: "Thẻ mã QR",
    to: "Tờ dán mã QR",
    sheets: (count: number) => `In ra ${count} tờ giấy A4.`,
    each: "Mỗi mã mấy bản",
    change: "Đổi",
    print: "In",
    hint: "Khi in, chọn khổ giấy A4, lề “Không”, tỉ lệ 100 %. Muốn giữ thành tệp thì chọn máy in “Lưu thành PDF”.",
    back: "Về bàn người giúp",
  },
  en: {
    the: "QR cards",
    to: "QR posters",
    sheets: (count: number) => `${count} sheets of A4.`,
    each: "Copies of each",
    change: "Change",
    print: "Print",
    hint: "When printing choose paper A4, margins “None”, scale 100 %. To keep a file choose the printer “Save as PDF”.",
    back: "Back to the desk",
  },
} as const;

export const printScript = `document.getElementById("print").addEventListener("click", async () => {
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  window.print();
});
`;

export const printStyle = `:root { color-scheme: light dark; font: 106%/1.5 system-ui, "Noto Sans", sans-serif; }
* { box-sizing: border-box; }
@page { size: A4; margin: 0; }
body { margin: 0; }
header { max-width: 44rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0; font-size: 1.4rem; }
p { margin: 0.5rem 0; }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; margin: 0.8rem 0; }
button, select { min-height: 3rem; padding: 0.4rem 1.2rem; border: 2px solid currentColor; border-radius: 0.8rem; background: Canvas; color: CanvasText; font: inherit; font-weight: 600; }
#print { width: 100%; border-color: #1c6b50; background: #1c6b50; color: #fff; font-size: 1.15rem; }
a { color: inherit; }
:focus-visible { outline: 3px solid #1a4fd6; outline-offset: 2px; }
.sheet { width: 210mm; max-width: 100%; margin: 1rem auto; background: #fff; box-shadow: 0 0 0 1px #8a9089; }
.sheet img { display: block; width: 100%; height: 100%; }
.sheet.to { aspect-ratio: 210 / 297; }
.sheet.the { display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: 1fr 1fr; aspect-ratio: 210 / 297; }
.sheet.the img { padding: 1.5%; outline: 1px dashed #8a9089; }
@media print {
  header { display: none; }
  .sheet { width: 210mm; height: 296.5mm; max-width: none; margin: 0; box-shadow: none; break-after: page; break-inside: avoid; aspect-ratio: auto; }
  .sheet:last-child { break-after: auto; }
}
`;
