/** The week's visits in real windows: the helper's own on a phone, the commune's for a coordinator, and on paper. */
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

/** Pictures for people to look at, where somebody asks for them. */
const pictures = process.env["PICTURES"];

test.each([
  ["phone", { ...cheapPhone }],
  ["table", { ...tableScreen }],
  ["dark-phone", { ...cheapPhone, colorScheme: "dark" as const }],
])(
  "a visit agreed with a resident stands on the list of a %s, and alone on paper",
  async (size, options) => {
    const sen = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }));
    const { page } = await open.helper(
      server.inviteLink({ name: "Điều phối (mẫu)", role: "Cán bộ xã", rank: "coordinator" }),
      options,
    );
    const ba = await open.resident(server.url);
    await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
    await sen.claim();
    await sen.ends("Hẹn gặp");
    await sen.page.getByRole("textbox", { name: "Nơi gặp" }).fill("nhà văn hoá");
    await sen.page.getByRole("dialog").getByRole("button", { name: "Hẹn gặp" }).click();
    await ba.hears(/nhà văn hoá/);
    const look = async (name: string) => {
      expect(await seriousFaults(page)).toEqual([]);
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/visits-${size}-${name}.png` });
    };

    await page.getByRole("button", { name: "Lịch hẹn gặp" }).click();
    const sheet = page.getByRole("dialog", { name: "Lịch hẹn gặp" });
    await sheet.getByText("nhà văn hoá · Nông Thị Sen (mẫu) đến").waitFor();
    await sheet.getByRole("heading", { name: "Nà Khau" }).waitFor();
    await look("coming");
    await page.emulateMedia({ media: "print" });
    await sheet.getByText("nhà văn hoá · Nông Thị Sen (mẫu) đến").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Nhận giúp" }).count()).toBe(0);
    await expect.poll(() => sheet.getByRole("button", { name: "Đóng" }).isVisible()).toBe(false);
    if (pictures !== undefined) {
      await page.screenshot({ path: `${pictures}/visits-${size}-print.png` });
      await page.pdf({ path: `${pictures}/visits-${size}.pdf`, format: "A4" });
    }
    await page.emulateMedia({ media: null });
    await sheet.getByRole("button", { name: "Đóng" }).click();
    await page.getByRole("button", { name: "Mở trang điều phối" }).click();
    const commune = page.getByRole("dialog", { name: "Điều phối" });
    await commune.getByRole("button", { name: "Lịch hẹn" }).click();
    await commune.getByText("nhà văn hoá · Nông Thị Sen (mẫu) đến").waitFor();
    await look("commune");

    // The day after, who went says how it went with one tap, and the list knows.
    await commune.getByRole("button", { name: "Đóng" }).click();
    await server.pass(26 * 60);
    await sen.page.reload();
    await sen.page.getByRole("link", { name: /cụ/i }).first().click();
    await sen.ends("Đã xong hết");
    await page.reload();
    await page.getByRole("button", { name: "Lịch hẹn gặp" }).click();
    await sheet.getByText("Tuần này").waitFor();
    if (!(await sheet.getByRole("heading", { name: "Đã qua" }).isVisible()))
      await sheet.getByRole("button", { name: "Tuần trước (1)" }).click();
    await sheet.getByRole("heading", { name: "Đã qua" }).waitFor();
    await sheet.getByText("1 buổi xong việc").waitFor();
    await sheet.getByText("xong hết").waitFor();
    await look("past");

    // A month ahead there is nothing, and then the list ends; one press leads back.
    for (;;) {
      const on = sheet.getByRole("button", { name: /›$/ });
      if ((await on.count()) === 0) break;
      const says = await sheet.locator(".week").innerText();
      await on.click();
      await expect.poll(() => sheet.locator(".week").innerText()).not.toBe(says);
    }
    await sheet.getByText("5 tuần nữa").waitFor();
    await sheet.getByText("Không có buổi hẹn nào sắp tới.").waitFor();
    await look("ahead");
    await sheet.getByRole("button", { name: "Về tuần này" }).click();
    await sheet.getByText("Tuần này").waitFor();

    // Whoever did not agree to be remembered is forgotten, and the visit stays without them.
    await server.pass(60 * 60);
    await page.reload();
    await page.getByRole("button", { name: "Lịch hẹn gặp" }).click();
    await sheet.getByText("Tuần này").waitFor();
    if (!(await sheet.getByRole("heading", { name: "Đã qua" }).isVisible()))
      await sheet.getByRole("button", { name: "Tuần trước (1)" }).click();
    await sheet.getByText("1 buổi xong việc").waitFor();
    await sheet.getByText("một người (đã xoá thông tin) · Nông Thị Sen (mẫu) đến").waitFor();
    await expect.poll(() => sheet.getByText("nhà văn hoá").count()).toBe(0);
    await look("forgotten");
  },
);
