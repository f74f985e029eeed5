/** The coordinator's page in real windows: who waits, giving a case, people, groups and ways in. */
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
  ["dark phone", { ...cheapPhone, colorScheme: "dark" as const }],
])(
  "a coordinator on a %s sees who waits on which rung, gives the case away, and looks after people",
  async (size, options) => {
    const link = server.inviteLink({
      name: "Điều phối (mẫu)",
      role: "Cán bộ xã",
      rank: "coordinator",
    });
    const { page } = await open.helper(link, options);
    const helper = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }));
    const ba = await open.resident(server.url);
    await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
    const look = async (name: string) => {
      expect(await seriousFaults(page)).toEqual([]);
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/${size.replace(" ", "-")}-${name}.png` });
    };

    await page.getByRole("button", { name: "Mở trang điều phối" }).click();
    const sheet = page.getByRole("dialog", { name: "Điều phối" });
    await sheet.getByText("người trong thôn", { exact: false }).first().waitFor();
    await sheet.getByText("Nông Thị Sen (mẫu)", { exact: false }).first().waitFor();
    await look("waiting");

    // By keyboard: the button, the list of people, the note, and away it goes.
    await sheet.getByRole("button", { name: "Giao cho…" }).focus();
    await page.keyboard.press("Enter");
    await sheet.getByLabel("Giao cho ai").selectOption({ index: 2 });
    await sheet.getByLabel("Dặn thêm (chỉ người giúp thấy)").fill("Bà hay ngủ trưa");
    await look("giving");
    await page.keyboard.press("Enter");
    await sheet.getByText("Đang có người giúp").waitFor();
    await ba.hears(server.line("claimed"));
    await helper.page.bringToFront();
    await page.bringToFront();

    await sheet.getByRole("button", { name: "Người giúp", exact: true }).click();
    await sheet.getByText("Chưa vào bàn").first().waitFor();
    await look("people");
    await sheet.getByRole("button", { name: "Thêm người" }).click();
    await sheet.getByLabel("Tên", { exact: true }).fill("Hiền (mẫu)");
    await sheet.getByLabel("Bà con gọi là").selectOption("co");
    await sheet.getByLabel("Vai (bà con thấy)").fill("Hội Phụ nữ (mẫu)");
    await sheet.getByRole("button", { name: "Thêm ngày vắng" }).click();
    await sheet.getByRole("combobox", { name: "Những ngày vắng" }).selectOption("lunar");
    await look("person");
    // Mornings and afternoons; one the wrong way round is said at once, and keeps the form.
    await sheet.getByRole("button", { name: "Thêm khoảng giờ" }).click();
    await sheet.getByRole("button", { name: "Thêm khoảng giờ" }).click();
    await sheet.getByLabel("Đến", { exact: true }).last().fill("09:00");
    await sheet.getByRole("button", { name: "Lưu" }).click();
    await sheet.getByText("giờ bắt đầu phải trước giờ kết thúc", { exact: false }).waitFor();
    await look("hours");
    await sheet.getByLabel("Đến", { exact: true }).last().fill("17:00");
    await sheet.getByText("Quen từng bài một…").click();
    await sheet.getByLabel("Xem hồ sơ đã nộp tới đâu").check();
    await look("guides");
    await sheet.getByRole("button", { name: "Thêm ngày vắng" }).click();
    await sheet.getByText("Ngày âm lịch hằng tháng: 1, 15").waitFor();
    await sheet.getByRole("button", { name: "Lưu" }).click();
    await sheet.getByText("Cô Hiền (mẫu)").waitFor();
    const { store, library } = server.house();
    const hien = store.propagandists(library().desk.commune).find((p) => p.name === "Hiền (mẫu)");
    expect(hien).toMatchObject({
      hours: [
        { days: [1, 2, 3, 4, 5], from: "07:00", until: "11:30" },
        { days: [1, 2, 3, 4, 5], from: "13:30", until: "17:00" },
      ],
      knows: ["tra-cuu-ho-so"],
    });

    await sheet.getByRole("button", { name: "Tổ, hội" }).click();
    await sheet.getByText("Hội Phụ nữ (mẫu)").first().waitFor();
    await sheet.getByRole("button", { name: "Thêm tổ, hội" }).click();
    await sheet.getByLabel("Tên tổ, hội").fill("Hội Nông dân (mẫu)");
    await sheet.getByLabel("Tên tiếng Anh (nếu có)").fill("Farmers' Union (sample)");
    await sheet.getByRole("button", { name: "Lưu" }).click();
    await sheet.getByText("Hội Nông dân (mẫu)").waitFor();
    expect(store.groups(library().desk.commune).at(-1)).toEqual({
      id: "hoi-nong-dan-mau",
      says: { vi: "Hội Nông dân (mẫu)", en: "Farmers' Union (sample)" },
      villages: [],
    });
    await look("groups");

    await sheet.getByRole("textbox", { name: "Thôn", exact: true }).fill("Nà Khau");
    await sheet.getByLabel("Cạnh thôn").fill("na khau");
    await sheet.getByRole("button", { name: "Thêm thôn cạnh nhau" }).click();
    await sheet.getByText("Ghi tên hai thôn khác nhau.").waitFor();
    await sheet.getByLabel("Cạnh thôn").fill("Bản Cuống");
    await sheet.getByRole("button", { name: "Thêm thôn cạnh nhau" }).click();
    await sheet.getByText("Nà Khau – Bản Cuống").waitFor();
    await look("beside");
    await sheet.getByRole("button", { name: "Lời mời" }).click();
    await look("invitations");

    await sheet.getByRole("button", { name: "Thông tin xã" }).click();
    await sheet.getByRole("button", { name: "Sửa: Số điện thoại của xã" }).click();
    await sheet.getByLabel("Số điện thoại của xã").last().fill("113");
    await page.keyboard.press("Enter");
    await sheet.getByText("Chỉ ghi một số điện thoại, cả mã vùng.", { exact: false }).waitFor();
    await look("telephone-wrong");
    await sheet.getByLabel("Số điện thoại của xã").last().fill("0207.3822.119");
    await page.keyboard.press("Enter");
    await sheet.getByText("Đã lưu, dùng ngay từ bây giờ.").waitFor();
    expect(server.house().library().desk.telephone).toBe("0207 3822 119");
    await look("settings");
    await sheet.getByRole("button", { name: "Lấy lại bản gốc: Số điện thoại của xã" }).click();
    await sheet.getByText("Ai đã đổi gì (2)").waitFor();
    expect(server.house().library().desk.telephone).toBeUndefined();
    await sheet.getByRole("button", { name: "Sửa: Máy này của ai" }).click();
    await sheet.getByLabel("Tên tiếng Việt").fill("xã Tân Mới (mẫu)");
    await page.keyboard.press("Enter");
    // A page that is open says it at once.
    await ba.page.getByText("Máy trả lời · xã Tân Mới (mẫu)").waitFor();
  },
);

test("a coordinator takes a case over and gives it on, ends an invitation, and signs a lost telephone out", async () => {
  const { page } = await open.helper(
    server.inviteLink({ name: "Điều phối (mẫu)", role: "Cán bộ xã", rank: "coordinator" }),
    tableScreen,
  );
  const sen = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }));
  server.inviteLink({ name: "Chưa Đến (mẫu)" });
  const ba = await open.resident(server.url);
  await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
  await sen.claim();
  await page.getByRole("button", { name: "Mở trang điều phối" }).click();
  const sheet = page.getByRole("dialog", { name: "Điều phối" });
  const part = (name: string) => sheet.getByRole("button", { name, exact: true }).click();
  const lineOf = (name: string) => sheet.getByRole("listitem").filter({ hasText: name }).first();

  await sheet.getByText("2 người đang trực").waitFor();
  await sheet.getByRole("button", { name: "Tôi nhận" }).click();
  await page.getByText("Đã giao cho Điều phối (mẫu)").waitFor();
  await ba.page.getByText("Đang nói chuyện với Điều phối (mẫu)").waitFor();
  await sheet.getByRole("button", { name: "Giao cho…" }).click();
  await sheet.getByLabel("Giao cho ai").selectOption({ label: "Nông Thị Sen (mẫu) (Đang trực)" });
  await sheet.getByRole("button", { name: "Giao việc" }).click();
  await ba.page.getByText("Đang nói chuyện với Nông Thị Sen (mẫu)").waitFor();

  await part("Lời mời");
  await lineOf("Chưa Đến (mẫu)").getByRole("button", { name: "Hủy lời mời" }).click();
  await sheet.getByText("Không có lời mời nào đang chờ.").waitFor();

  await part("Người giúp");
  await lineOf("Nông Thị Sen (mẫu)").getByText("Đang trực").waitFor();
  await lineOf("Nông Thị Sen (mẫu)").getByRole("button", { name: "Mất máy: cho ra ngay" }).click();
  await sheet.getByRole("alert").getByRole("button", { name: "Thôi" }).click();
  await lineOf("Nông Thị Sen (mẫu)").getByRole("button", { name: "Mất máy: cho ra ngay" }).click();
  // Its page can ask for nothing now: only the stream can say so, and what was looked at goes with it.
  await sen.page.route("**/desk/api/**", (route) => route.abort());
  await sheet.getByRole("alert").getByRole("button", { name: "Mất máy: cho ra ngay" }).click();
  await sen.page.getByText("Phiên làm việc đã hết.", { exact: false }).waitFor();
  expect(await sen.page.getByText("Cụ · Nà Khau").count()).toBe(0);
  await lineOf("Nông Thị Sen (mẫu)").getByRole("button", { name: "Thôi làm người giúp" }).click();
  await sheet.getByRole("alert").getByRole("button", { name: "Thôi làm người giúp" }).click();
  await lineOf("Nông Thị Sen (mẫu)").waitFor({ state: "detached" });
  // What they held waits again, for somebody who is there.
  await part("Đang chờ");
  await sheet.getByRole("button", { name: "Tôi nhận" }).waitFor();
});
