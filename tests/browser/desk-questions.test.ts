/** A helper asks the coordinators from the desk, and one of them answers from theirs; the resident sees none of it. */
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

const pictures = process.env["PICTURES"];

test("a question is asked from the tools, waits on the coordinator's list, and comes back answered", async () => {
  const link = server.inviteLink({ name: "Điều phối (mẫu)", role: "Cán bộ", rank: "coordinator" });
  const coordinator = await open.helper(link, cheapPhone);
  const helper = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }), cheapPhone);
  const look = async (page: typeof helper.page, name: string) => {
    expect(await seriousFaults(page)).toEqual([]);
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/questions-${name}.png` });
  };
  const ba = await open.resident(server.url);
  await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
  await helper.page.locator(".first .why").waitFor();
  await look(helper.page, "why");
  await helper.claim();
  await ba.hears(server.line("claimed"));

  await helper.page.getByRole("button", { name: "Công cụ" }).click();
  await helper.page.getByRole("button", { name: "Hỏi điều phối viên…" }).click();
  await helper.page.getByLabel("Muốn hỏi gì?").fill("Mất giấy chứng sinh thì dùng giấy gì thay ạ?");
  await look(helper.page, "asking");
  await helper.page.getByRole("button", { name: "Gửi", exact: true }).last().click();
  await helper.page.getByText("Hỏi điều phối · không gửi cho bà con").waitFor();
  await look(helper.page, "asked");

  const list = coordinator.page.locator(".questions");
  await list.getByText("Mất giấy chứng sinh").waitFor();
  await look(coordinator.page, "waiting");
  await list.getByRole("button", { name: "Trả lời" }).click();
  await coordinator.page
    .getByLabel("Câu trả lời, chỉ những người giúp thấy")
    .fill("Xin giấy xác nhận của trạm y tế.");
  await look(coordinator.page, "answering");
  await coordinator.page.getByRole("button", { name: "Gửi", exact: true }).click();

  await helper.page.getByText("Xin giấy xác nhận của trạm y tế.").waitFor();
  await look(helper.page, "answered");
  await coordinator.page.waitForFunction(() => document.querySelector(".questions") === null);
  expect(await ba.page.content()).not.toMatch(/chứng sinh|trạm y tế/);
});
