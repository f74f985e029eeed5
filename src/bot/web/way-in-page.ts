/**
 * What a poster's QR code opens. Plain HTML that any browser shows, Zalo's own and those without scripts too:
 * whose machine it is, one large button, and the other channels below it.
 */
import type { Language } from "../../flows/index.ts";
import type { Openings } from "../desk/village-links.ts";
import { escaped } from "./escaped.ts";

export interface WayInPage {
  readonly language: Language;
  readonly operator: string;
  /** Nobody has approved it yet. */
  readonly trial: boolean;
  readonly telephone: string | undefined;
  readonly open: Openings;
  readonly way:
    | {
        readonly is: "open";
        /** "mận 274". */
        readonly code: string;
        readonly village?: string | undefined;
        readonly person?: string | undefined;
        /** For whoever reads this on a computer and has a phone in the hand. */
        readonly link: string;
        readonly qr: string;
      }
    | { readonly is: "ended" }
    | { readonly is: "unknown" }
    /** No code at all: an address that leads nowhere. */
    | { readonly is: "elsewhere" };
}

export function wayInPage(page: WayInPage): string {
  const says = words[page.language];
  const { way, open } = page;
  const title = way.is === "open" ? says.title : says[way.is];
  const hint = way.is === "open" ? says.machine : says.neverMind;
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b5443">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<meta property="og:title" content="${escaped(says.title)}">
<meta property="og:description" content="${escaped(page.operator)}">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/di-style.css">
</head>
<body>
<header>
<p>${escaped(page.operator)}${page.trial ? ` <strong class="trial">${says.trial}</strong>` : ""}</p>
<p class="other"><a href="?lang=${says.other.lang}" lang="${says.other.lang}">${says.other.says}</a></p>
</header>
<main>
<div>
<h1>${escaped(title)}</h1>
${forWhom(page)}<p>${hint}</p>
<h2>${says.where}</h2>
<ul>
<li><a class="first" href="/">${says.here}<small>${says.hereHint}</small></a></li>
${open.zalo === null ? "" : `<li><a href="${escaped(open.zalo)}">${says.zalo}</a>${typed(page)}</li>`}
${open.telegram === null ? "" : `<li><a href="${escaped(open.telegram)}">${says.telegram}</a></li>`}
</ul>
</div>
${
  way.is === "open"
    ? `<figure>
${way.qr.trim()}
<figcaption>${says.scan}<br><span class="link">${escaped(way.link)}</span></figcaption>
</figure>
`
    : ""
}</main>
<footer>
<p>${says.never}</p>
${page.telephone === undefined ? "" : `<p>${says.ask} <a href="tel:${escaped(page.telephone.replaceAll(/[^\d+]/g, ""))}">${escaped(page.telephone)}</a></p>`}
</footer>
</body>
</html>
`;
}

function forWhom({ language, way }: WayInPage): string {
  if (way.is !== "open") return "";
  const says = words[language];
  const lines = [
    ...(way.village === undefined ? [] : [says.village(way.village)]),
    ...(way.person === undefined ? [] : [says.person(way.person)]),
  ];
  return lines.length === 0 ? "" : `<p class="whose">${lines.map(escaped).join("<br>")}</p>\n`;
}

/** Zalo carries nothing along, so the code is typed there. */
function typed({ language, way }: WayInPage): string {
  if (way.is !== "open") return "";
  return `<p class="typed">${words[language].type} <strong>${escaped(way.code)}</strong></p>`;
}

const words = {
  vi: {
    title: "Máy giúp làm giấy tờ",
    trial: "BẢN THỬ, chưa phải của xã",
    village: (name: string) => `Dành cho bà con ${name}`,
    person: (name: string) => `Mã của ${name}`,
    machine:
      "Đây là máy trả lời, không phải người. Máy chỉ từng bước trên điện thoại. Vướng chỗ nào thì máy gọi người trong thôn đến giúp.",
    where: "Bấm một chỗ để bắt đầu:",
    here: "Nhắn ngay tại đây",
    hereHint: "Không phải cài gì",
    zalo: "Nhắn bằng Zalo",
    type: "Vào Zalo rồi, gõ mã này trước:",
    telegram: "Nhắn bằng Telegram",
    scan: "Muốn làm trên điện thoại: mở máy ảnh, đưa vào hình này.",
    never: "Không mất tiền. Máy không bao giờ hỏi mật khẩu, mã OTP, số căn cước.",
    ask: "Muốn hỏi lại cho chắc, gọi:",
    ended: "Mã này không dùng nữa",
    unknown: "Không thấy mã này",
    elsewhere: "Không có trang này",
    neverMind: "Không sao, vẫn nhắn với máy được. Cứ nói cần làm giấy gì, máy chỉ từng bước.",
    other: { lang: "en", says: "English" },
  },
  en: {
    title: "Help with official papers",
    trial: "TRIAL, not the commune's yet",
    village: (name: string) => `For the people of ${name}`,
    person: (name: string) => `Given by ${name}`,
    machine:
      "A machine answers here, not a person. It shows each step on your phone. Where you get stuck, it calls a neighbour to help.",
    where: "Press one to begin:",
    here: "Chat right here",
    hereHint: "Nothing to install",
    zalo: "Chat in Zalo",
    type: "In Zalo, type this code first:",
    telegram: "Chat in Telegram",
    scan: "To go on with your phone, point its camera here.",
    never: "It is free. The machine never asks for passwords, codes or identity numbers.",
    ask: "To make sure, call:",
    ended: "This code is no longer used",
    unknown: "There is no such code",
    elsewhere: "There is no such page",
    neverMind: "Never mind, the machine answers all the same. Say which paper you need.",
    other: { lang: "vi", says: "Tiếng Việt" },
  },
} as const;

export const wayInStyle = `:root {
  color-scheme: light dark;
  --ground: #f4f1ea; --ink: #1c211f; --soft: #565f5a; --line: #8a9089; --paper: #ffffff;
  --green: #0b5443; --on-green: #ffffff; --warm: #fff0d9; --warm-ink: #7a3d00; --focus: #1a4fd6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101412; --ink: #f2f4f0; --soft: #b3bdb7; --line: #6d7a74; --paper: #1c2320;
    --green: #1d7a62; --on-green: #ffffff; --warm: #3a2a14; --warm-ink: #ffcf94; --focus: #9dbcff;
  }
}
* { box-sizing: border-box; }
html { font-size: 118%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; line-height: 1.45; overflow-wrap: break-word; }
header, main, footer { max-width: 32rem; margin: 0 auto; padding: 0.5rem 1rem; }
header { display: flex; justify-content: space-between; align-items: baseline; font-size: 0.8rem; }
header p { margin: 0; }
.other { flex: none; margin-left: 1rem; }
.other a, footer a { display: inline-block; padding: 0.4rem 0; color: inherit; font-weight: 600; }
.trial { display: inline-block; padding: 0 0.4rem; border-radius: 0.3rem; background: var(--warm); color: var(--warm-ink); }
h1 { margin: 0.2rem 0; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1rem 0 0.6rem; font-size: 1rem; }
p { margin: 0.4rem 0; }
.whose { font-weight: 600; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 0.8rem; }
li a { display: block; padding: 0.8rem 1rem; border: 2px solid var(--line); border-radius: 0.9rem; background: var(--paper); color: inherit; font-size: 1.1rem; font-weight: 700; text-align: center; text-decoration: none; }
li a.first { border-color: var(--green); background: var(--green); color: var(--on-green); }
small { display: block; font-size: 0.8rem; font-weight: 400; }
.typed { margin: 0.4rem 0 0; text-align: center; }
.typed strong { display: block; font-size: 1.5rem; line-height: 1.3; }
a:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
figure { display: none; margin: 1.5rem 0 0.5rem; align-items: center; }
figure svg { flex: none; width: 11rem; height: 11rem; border-radius: 0.5rem; }
figcaption { margin-left: 1.2rem; font-size: 0.95rem; }
.link { color: var(--soft); font-size: 0.85rem; }
footer { padding-bottom: 1.5rem; color: var(--soft); font-size: 0.9rem; }
@media (min-width: 44rem) {
  body { padding-top: 1.5rem; }
  header, main, footer { max-width: 54rem; }
  main { display: grid; grid-template-columns: 32rem 1fr; column-gap: 3rem; align-items: center; }
  figure { display: block; margin: 0; text-align: center; }
  figcaption { margin: 0.6rem 0 0; }
}
`;
