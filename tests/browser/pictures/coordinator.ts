/** The coordinator's page, and the month in figures. */
import { coordinatorOf } from "../../support/browser/coordinator.ts";
import { tableScreen } from "../../support/browser/road.ts";
import { lin, sen, type Town, tung } from "./town.ts";

export async function coordinator({ server, open, take, atAStep, calling }: Town): Promise<void> {
  const helper = await open.helper(server.inviteLink(sen));
  await open.helper(server.inviteLink({ ...tung, village: "noi-khac" }));
  const over = coordinatorOf(await open.helper(server.inviteLink(lin), tableScreen));
  const { page } = over;

  // One has been helped, one meets somebody, one is being helped, two wait.
  const done = await atAStep();
  await done.callsSomebody();
  await helper.claim();
  await helper.ends("Đã xong hết");
  await done.hears(server.line("back-finished"));
  const meets = await calling("Ông");
  await helper.claim();
  await helper.ends("Hẹn gặp");
  await helper.page.getByRole("dialog").getByRole("button", { name: "Hẹn gặp" }).click();
  await meets.hears(server.line("back-meet"));
  await calling("Bà");
  await helper.claim();
  await calling("Cụ");
  const ba = await atAStep();
  await ba.callsSomebody();
  await page.getByText("2 người đang chờ").waitFor();
  await server.pass(3.2);
  await ba.hears(server.line("called-next"));
  await take(page, "coordinator-desk");

  const commune = await over.opensCommune();
  await commune.getByText("Đã gọi", { exact: false }).first().waitFor();
  await take(page, "coordinator-waiting");
  await commune.getByRole("button", { name: "Giao cho…" }).first().click();
  await take(page, "coordinator-giving");
  // Every part there is, whatever it is called.
  const parts = await commune.locator("nav.parts button").allInnerTexts();
  for (const [at, part] of parts.entries()) {
    if (at === 0) continue;
    await commune.locator("nav.parts").getByRole("button", { name: part, exact: true }).click();
    await page.waitForLoadState("networkidle");
    await take(page, `coordinator-part-${at}`);
    if (part !== "Người giúp") continue;
    await commune.getByRole("button", { name: "Thêm người" }).click();
    await take(page, "coordinator-person");
    await commune.getByRole("button", { name: "Lưu" }).scrollIntoViewIfNeeded();
    await take(page, "coordinator-person-below");
  }
  await over.closes();
  await over.opensFigures();
  await page.getByText("Từng thôn, từng lĩnh vực").waitFor();
  await take(page, "coordinator-figures");
  await over.closes();
  await page.getByRole("button", { name: "Mời người giúp" }).click();
  await take(page, "coordinator-invite");
  await page.getByLabel("Họ tên").fill("Đặng Thị Hương (mẫu)");
  await page.getByLabel("Vai trò").fill("Hội Phụ nữ");
  await page.getByRole("button", { name: "Tạo lời mời" }).click();
  await page.getByText("Gửi riêng cho người đó").waitFor();
  await take(page, "coordinator-invited");
  await over.closes();
  await over.button("Cài đặt").click();
  await take(page, "coordinator-settings");
}
