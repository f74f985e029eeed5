/** Sitting beside somebody, in real windows: the propagandist's phone, and the neighbour's own. */
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows(
  (given) => {
    ({ server, open } = given);
  },
  {
    // What moved away answers 409 and then 410 to the page it left; that is how the page learns of it.
    expected: /409|410/,
  },
);

/** Pictures for people to look at, where somebody asks for them. */
const pictures = process.env["PICTURES"];

test.each([
  ["phone", { ...cheapPhone }],
  ["table", { ...tableScreen }],
  ["dark-phone", { ...cheapPhone, colorScheme: "dark" as const }],
])(
  "on a %s: one sentence to read aloud, then the guide; by its code it goes to the neighbour's phone and leaves this one",
  async (size, options) => {
    const link = server.inviteLink({ name: "Nông Thị Sen (mẫu)", role: "Hội phụ nữ" });
    const { page } = await open.helper(link, options);
    const look = async (name: string) => {
      expect(await seriousFaults(page)).toEqual([]);
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/beside-${size}-${name}.png` });
    };

    // By keyboard: the door, the label, and in.
    await page.getByRole("button", { name: "Làm cùng", exact: true }).focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "Làm cùng" });
    await sheet.getByLabel("Ghi sao cho dễ nhớ").fill("bà áo xanh");
    await look("begin");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/cung\//);
    await page.getByText("Đọc to cho người bên cạnh nghe", { exact: false }).first().waitFor();
    await page.getByText("Làm cùng: bà áo xanh.").waitFor();
    await look("consent");
    await page.locator(".choices .says").getByText("Đồng ý", { exact: true }).click();
    await page.locator(".choices .says").getByText(server.words("human")).waitFor();
    await look("agreed");

    const helpersPage = page.url();
    await page.getByRole("link", { name: "Về trang người giúp" }).click();
    await sheet.getByText("Chuyển sang máy của người ấy").click();
    const code = (await sheet.locator(".return-code").textContent()) ?? "";
    await look("list");
    const ba = await open.resident(server.url);
    await ba.page.getByRole("button", { name: "Có mã quay lại rồi? Bấm vào đây" }).click();
    await ba.page.getByRole("textbox", { name: /mã/i }).last().fill(code);
    await ba.page.keyboard.press("Enter");
    await ba.hears(/Đọc to cho người bên cạnh nghe/);

    await sheet.getByText("đã chuyển").waitFor();
    await look("moved");
    await page.goto(helpersPage);
    await page
      .getByText("Trang làm cùng này đã xong hoặc đã sang máy khác", { exact: false })
      .waitFor();
    await expect
      .poll(() => page.getByText("Đọc to cho người bên cạnh nghe", { exact: false }).count())
      .toBe(0);
  },
);
