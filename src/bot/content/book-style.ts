/** For A4 and for a screen; black on white prints well on any printer. */
export const bookStyle = `
@page { size: A4; margin: 12mm 12mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; padding: 4mm 0; font: 9pt/1.35 "Be Vietnam Pro", "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; color: #111; background: #fff; }
p { margin: 0 0 1.5mm; }
ul { margin: 0 0 1.5mm; padding: 0; list-style: none; }
a { color: inherit; }
code { font: 7.5pt ui-monospace, Menlo, Consolas, monospace; color: #555; overflow-wrap: anywhere; }
[lang="en"]:not(.column) { color: #555; font-style: italic; font-size: 0.92em; }
.cover { border-bottom: 0.6mm solid #111; margin-bottom: 4mm; padding-bottom: 3mm; }
.cover h1 { margin: 1mm 0 2mm; font-size: 20pt; line-height: 1.2; }
.cover h1 [lang="en"] { display: block; font-size: 12pt; font-weight: 400; }
.operator { font-weight: 600; }
.unreviewed { display: inline-block; border: 0.6mm solid #111; padding: 1mm 3mm; font-weight: 700; }
.sources { font-size: 8pt; }
.sources li { margin-bottom: 0.6mm; }
.url { color: #555; overflow-wrap: anywhere; }
.signature { display: grid; grid-template-columns: 2fr 1fr 1.4fr; gap: 4mm; margin-top: 6mm; }
.signature span { border-bottom: 0.2mm solid #111; padding-bottom: 5mm; }
.signature span span { border: 0; padding: 0; }
.part { border-left: 1mm solid #bbb; padding-left: 3mm; margin: 0 0 4mm; }
.part h2 { font-size: 12pt; margin: 0 0 2mm; break-after: avoid; }
.part-ends { font-size: 8pt; color: #555; break-before: avoid; }
.step { border: 0.3mm solid #555; border-radius: 2mm; margin: 0 0 3mm; break-inside: avoid; }
.step > header { display: flex; align-items: baseline; gap: 2mm; padding: 1.2mm 2.5mm; border-bottom: 0.2mm solid #bbb; }
.step > header code { margin-left: auto; text-align: right; }
.number { font-size: 13pt; font-weight: 700; }
.marks { font-weight: 600; }
.columns { display: grid; grid-template-columns: 1fr 1fr; }
.column { padding: 2mm 2.5mm 1mm; min-width: 0; }
.column + .column { border-left: 0.2mm solid #bbb; }
.picture { float: right; width: 30mm; height: 40mm; margin: 0 0 2mm 2.5mm; border: 0.2mm solid #999; }
.said { font-size: 10pt; line-height: 1.3; }
.buttons { display: flex; flex-wrap: wrap; gap: 1.2mm; margin: 0 0 2mm; }
.buttons span { border: 0.25mm solid #111; border-radius: 4mm; padding: 0.4mm 2.4mm; font-size: 8.5pt; }
.explain { font-size: 8.5pt; }
.head { font-size: 8pt; font-weight: 700; color: #333; margin: 1.5mm 0 0.5mm; clear: both; }
.column li { font-size: 8.5pt; padding-left: 3mm; text-indent: -3mm; margin-bottom: 0.7mm; }
.facts { border-top: 0.2mm solid #bbb; padding: 1mm 2.5mm; font-size: 8pt; }
.step > footer { display: flex; align-items: flex-end; gap: 1.6mm; min-height: 10mm; padding: 1mm 2.5mm 1.6mm; border-top: 0.2mm solid #bbb; font-size: 8.5pt; }
.tick { width: 4.2mm; height: 4.2mm; border: 0.35mm solid #111; flex: none; }
.remarks + .tick, [lang="en"] + .tick { margin-left: 3mm; }
.remarks { flex: 1; margin-left: 3mm; border-bottom: 0.2mm solid #111; }
@media screen and (max-width: 700px) { body { padding: 4mm; } .columns { grid-template-columns: 1fr; } .column + .column { border-left: 0; border-top: 0.2mm solid #bbb; } }
`;
