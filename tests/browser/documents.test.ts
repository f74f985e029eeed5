/** A document from a resident's page to whoever helps, and back: chosen, asked about, sent, opened. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, type Windows } from "../support/browser/road.ts";
import { docx, pdf } from "../support/documents.ts";

let server: RealServer;
let open: Windows;
inRealWindows(
  (given) => {
    ({ server, open } = given);
  },
  // A refusal is an answer 400, which the browser's console repeats.
  { expected: /\b400\b/ },
);

const pictures = process.env["PICTURES"];

async function look(page: Page, name: string): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/documents-${name}.png` });
}

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const octets = "application/octet-stream";

test("a document passes in both directions after it was asked about, and what is none is refused with its reason", async () => {
  const helper = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }), cheapPhone);
  const desk = helper.page;
  const ba = await open.resident(server.url);
  const menu = async () => {
    await ba.page.getByRole("button", { name: "Mục khác" }).click();
    return ba.page.getByRole("button", { name: "Gửi tệp" });
  };
  expect(await (await menu()).count()).toBe(0);
  await ba.page.keyboard.press("Escape");
  await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
  await helper.claim();
  await ba.hears(server.line("claimed"));

  // The resident's.
  const form = pdf("To khai");
  const [chooser] = await Promise.all([
    ba.page.waitForEvent("filechooser"),
    (await menu()).click(),
  ]);
  await chooser.setFiles({ name: "Tờ khai của cụ.pdf", mimeType: "application/pdf", buffer: form });
  await ba.page.getByText("Tờ khai của cụ.pdf").waitFor();
  await look(ba.page, "chosen");
  await ba.page.getByRole("button", { name: "Gửi tệp này" }).click();
  await ba.hears("Trong tệp có thẻ căn cước");
  await desk.getByText("(chưa gửi cho người giúp)").waitFor();
  expect(await desk.getByRole("link", { name: /Tờ khai/ }).count()).toBe(0);
  await ba.press("Không có, gửi đi");
  const got = await saved(desk, "Tờ khai của cụ.pdf");
  expect(got.name).toBe("Tờ khai của cụ.pdf");
  expect(got.bytes.equals(form)).toBe(true);
  await look(desk, "arrived");

  // The helper's.
  const sends = async (name: string, buffer: Buffer) => {
    await desk.getByRole("button", { name: "Công cụ" }).click();
    await desk.getByRole("button", { name: "Gửi tệp…" }).click();
    await desk
      .getByLabel("Chọn tệp PDF hoặc Word")
      .setInputFiles({ name, mimeType: octets, buffer });
    await desk.getByText("Trong tệp không có ảnh thẻ căn cước").waitFor();
    await look(desk, `choosing-${name.length}`);
    await desk.getByRole("button", { name: "Gửi tệp", exact: true }).click();
  };
  const sample = docx("Tờ khai mẫu");
  await sends("Tờ khai mẫu.docx", sample);
  const given = await saved(ba.page, "Tờ khai mẫu.docx");
  expect(given.bytes.equals(sample)).toBe(true);
  await look(ba.page, "given");

  await sends("bảng tính.pdf", Buffer.from("PK nothing"));
  await desk.getByText("Máy chỉ chuyển được tệp PDF và tệp Word.").waitFor();
  const [again] = await Promise.all([ba.page.waitForEvent("filechooser"), (await menu()).click()]);
  await again.setFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ") });
  await ba.page.getByRole("button", { name: "Gửi tệp này" }).click();
  await ba.hears("tệp PDF, tệp Word thì được");
  // What was sent stands there as sent, and waits for nothing.
  await ba.page.getByText("(tệp, máy không chuyển được)").waitFor();
  await expect.poll(() => ba.page.locator(".unsent").count()).toBe(0);
});
