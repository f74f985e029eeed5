import { expect, test } from "vitest";
import { lookedAt, mayBeCarried } from "../../src/bot/channels/fetched.ts";
import { documentForm } from "../../src/bot/conversations/media/document-form.ts";
import { documentName } from "../../src/flows/index.ts";
import { compound, docx, pdf, zip } from "../support/documents.ts";

test.each([
  ["a PDF", pdf(), "pdf"],
  [
    "a PDF behind a few stray bytes, as some scanners write it",
    Buffer.concat([Buffer.from("\r\n\r\n"), pdf()]),
    "pdf",
  ],
  ["a document of Word", docx(), "docx"],
  ["one of an older Word", compound("WordDocument", "1Table"), "doc"],
] as const)("%s is known", (_, bytes, kind) => {
  expect(documentForm(bytes).kind).toBe(kind);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a programme", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(600)])],
  ["a page of the web", Buffer.from("<html><script>alert(1)</script></html>")],
  ["a document of Word with macros", docx("a", { "word/vbaProject.bin": "x" })],
  ["an older one with macros", compound("WordDocument", "Macros", "VBA")],
  ["a table", zip({ "[Content_Types].xml": "", "xl/workbook.xml": "" })],
  ["an older table", compound("Workbook")],
  ["an installer", compound("_Tables", "_Columns")],
  ["files put together", zip({ "word/document.xml": "", "setup.exe": "MZ" })],
  ["a document of Word that was cut off", docx().subarray(0, 400)],
])("%s is none", (_, bytes) => {
  expect(documentForm(bytes).kind).toBe("unknown");
});

test("however a document is cut off or damaged, looking at it ends", () => {
  for (const whole of [pdf(), docx(), compound("WordDocument", "1Table", "Data")]) {
    for (let length = 0; length < whole.length; length += 7)
      documentForm(whole.subarray(0, length));
    for (let at = 0; at < whole.length; at += 5) {
      const damaged = Buffer.from(whole);
      damaged[at] = 0xff;
      documentForm(damaged);
    }
  }
});

test("what was picked as a file may be a picture or a document; what is none of them is not carried", () => {
  const jpeg = Buffer.from("ffd8ffe000104a46", "hex");
  expect(lookedAt("file", jpeg)).toMatchObject({ is: "media", media: { form: "photo" } });
  expect(lookedAt("file", pdf())).toMatchObject({ is: "media", media: { form: "file" } });
  expect(lookedAt("file", Buffer.from("MZ"))).toEqual({ is: "unreadable", what: "file" });
  expect(lookedAt("photo", pdf())).toEqual({ is: "unreadable", what: "file" });
});

test.each([
  ["", "don.PDF", true],
  ["application/pdf", "", true],
  ["pdf", "", true],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a", true],
  ["image/heic", "IMG.HEIC", true],
  ["video/mp4", "phim.mp4", false],
  ["application/vnd.android.package-archive", "app.apk", false],
  ["", "", false],
])("a file called %j, %j is worth fetching: %s", (type, name, worth) => {
  expect(mayBeCarried(type, name)).toBe(worth);
});

test.each([
  ["tờ khai.pdf", "pdf", "tờ khai.pdf"],
  ["C:\\Users\\lan\\don.exe", "docx", "don.docx"],
  ["../../etc/passwd", "pdf", "passwd.pdf"],
  ["don\u202Efdp.exe", "pdf", "donfdp.pdf"],
  ["  nhiều \n\t chỗ   trống .doc", "doc", "nhiều chỗ trống.doc"],
  ["", "pdf", "tep.pdf"],
  [".pdf", "pdf", "tep.pdf"],
  ["a".repeat(200), "pdf", `${"a".repeat(55)}….pdf`],
])("%j as %s is called %j", (given, kind, name) => {
  expect(documentName(given, kind)).toBe(name);
});
