/** One's own name, role and photo: chosen in the settings, seen by whoever is being helped, taken away again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
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
const photo = readFileSync(join(import.meta.dirname, "../support/media/square.jpg"));

test.each([
  ["phone", { ...cheapPhone }],
  ["table", { ...tableScreen }],
  ["dark-phone", { ...cheapPhone, colorScheme: "dark" as const }],
])(
  "on a %s a helper gives a face and a role line, which the resident sees at the claim",
  async (size, options) => {
    const sen = await open.helper(server.inviteLink({ name: "Sen (mẫu)" }), options);
    const { page } = sen;
    const sheet = page.getByRole("dialog");
    const look = async (name: string, of = page) => {
      expect(await seriousFaults(of)).toEqual([]);
      if (pictures !== undefined)
        await of.screenshot({ path: `${pictures}/face-${size}-${name}.png` });
    };

    await page.getByRole("button", { name: "Cài đặt" }).click();
    await sheet.getByLabel("Bà con gọi là").selectOption("co");
    await sheet.getByLabel(/Vai/).fill("Hội Phụ nữ thôn (mẫu)");
    await sheet.getByLabel("Chọn ảnh").setInputFiles({
      name: "anh.jpg",
      mimeType: "image/jpeg",
      buffer: photo,
    });
    const own = sheet.getByRole("img", { name: "Ảnh của anh/chị" });
    await own.waitFor();
    await look("settings");
    await sheet.getByRole("button", { name: "Lưu", exact: true }).click();
    const ba = await open.resident(server.url);
    await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
    await sen.claim();

    await ba.page.getByText("Đang nói chuyện với Cô Sen (mẫu), Hội Phụ nữ thôn (mẫu)").waitFor();
    const face = ba.page.locator(".banner img.face");
    await face.waitFor();
    expect(await face.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    await look("resident", ba.page);

    // What stands in the settings is what the server keeps, also when they are opened anew.
    if (size !== "table") await page.getByRole("button", { name: "Về danh sách" }).click();
    await page.getByRole("button", { name: "Cài đặt" }).click();
    await own.waitFor();
    await sheet.getByRole("button", { name: "Bỏ ảnh" }).click();
    await own.waitFor({ state: "detached" });
    await ba.page.reload();
    await ba.page.getByText("Đang nói chuyện với Cô Sen (mẫu)").waitFor();
    await expect.poll(() => face.count()).toBe(0);
  },
);
