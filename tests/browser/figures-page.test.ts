/** The month in figures: a manager's whole desk, on a phone, on a large screen and on paper. */
import { expect, test } from "vitest";
import type { AccountId, ConversationId, Effect } from "../../src/flows/index.ts";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";
import { aCase, aTurn, caseId, journey, propagandistId } from "../support/store/builders.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

/** Pictures for people to look at, where somebody asks for them. */
const pictures = process.env["PICTURES"];
const minute = 60_000;
const places = ["na-khau", "Bản Cuống", "Nà Pục", undefined];
const fields = ["justice", "residence", "insurance"] as const;
const endings = ["finished", "done-up-to", "still-here", "unreached"];

/** Twelve people who asked, waited a while, were helped and said so; and as many who went on alone. */
function aMonth(): void {
  const { store, library } = server.house();
  const now = server.now();
  const hoa = propagandistId("hoa");
  store.savePropagandist({
    ...{ id: hoa, commune: library().desk.commune, name: "Hoa (mẫu)", role: "Trưởng thôn" },
    ...{ rank: "propagandist", woman: true, office: false, villages: [], groups: [], knows: [] },
    ...{ speaks: ["vi"], hours: [], absences: [], duty: true, language: "vi", joinedAt: 0 },
  });
  const account = "web" as AccountId;
  for (let one = 0; one < 12; one += 1) {
    const name = `r${one}`;
    store.conversationOf(account, name, () => name as ConversationId, now);
    const village = places[one % places.length];
    const field = fields[one % fields.length] ?? "justice";
    const row = { village, field, openedAt: now, waitingSince: now };
    const way = { village, field, flow: "khai-sinh" };
    const turns: Effect[][] = [
      [
        ...(one % 2 === 0 ? [journey(`alone ${one}`, { ...way, moment: "sent" })] : []),
        journey(`alone ${one}`, { ...way, moment: "finished", helped: "alone" }),
      ],
      [
        journey(`helped ${one}`, {
          ...way,
          moment: "finished",
          helped: one % 2 === 0 ? "in-chat" : "in-person",
        }),
        { do: "case", row: aCase(name, row) },
      ],
      [{ do: "case", row: aCase(name, { ...row, state: "claimed", claimedBy: hoa }) }],
      [
        {
          do: "case",
          row: aCase(name, {
            ...row,
            state: "closed",
            claimedBy: hoa,
            outcome: endings[one % endings.length],
          }),
        },
        { do: "case-answer", case: caseId(name), well: one % 5 !== 0 },
        { do: "sat-beside", who: hoa },
      ],
    ];
    turns.forEach((effects, at) => {
      const turn = aTurn({ in: name, account, revision: at + 1, effects });
      const [outcome] = store.commit([turn], now + (at < 2 ? 0 : (one + 2) * minute));
      expect(outcome).toMatchObject({ kind: "committed" });
    });
  }
}

test.each([
  ["phone", { ...cheapPhone }],
  ["table", { ...tableScreen }],
  ["dark-phone", { ...cheapPhone, colorScheme: "dark" as const }],
])(
  "a manager on a %s finds the figures, nobody's case, and a page to print",
  async (size, options) => {
    aMonth();
    const link = server.inviteLink({
      name: "Chủ tịch xã (mẫu)",
      role: "Lãnh đạo",
      rank: "manager",
    });
    const { page } = await open.helper(link, options);
    const look = async (name: string) => {
      expect(await seriousFaults(page)).toEqual([]);
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/figures-${size}-${name}.png`, fullPage: true });
    };
    await page.getByText("Bao nhiêu phần của cả xã thì máy chưa biết", { exact: false }).waitFor();
    await look("home");
    expect(await page.getByRole("button").allInnerTexts()).toContain("Xem số liệu");
    for (const theirs of ["Nhận giúp", "Lịch hẹn gặp", "Làm cùng", "Tìm"])
      await expect
        .poll(() => page.getByRole("button", { name: theirs, exact: true }).count())
        .toBe(0);

    await page.getByRole("button", { name: "Xem số liệu" }).click();
    const sheet = page.getByRole("dialog", { name: "Số liệu tháng" });
    await sheet.getByText("Làm xong 24 việc", { exact: false }).waitFor();

    // What only the commune knows is written down here, and the line begins.
    const online = sheet.getByRole("region", { name: "Nộp trực tuyến" });
    await online.getByText(/^Ghi số hồ sơ tháng/).click();
    await online.getByRole("button", { name: "Ghi lại" }).click();
    await online.getByText("từ 0 trở lên", { exact: false }).waitFor();
    await online.getByLabel("Nộp tại quầy").fill("14");
    await online.getByRole("button", { name: "Ghi lại" }).click();
    await online.getByText("Ít nhất 30 % hồ sơ nộp trực tuyến").waitFor();
    await online.getByLabel("Nộp tại quầy").fill("14");
    await online.getByLabel("Nộp trực tuyến, tất cả").fill("26");
    await online.getByRole("button", { name: "Ghi lại" }).click();
    await online.getByText("65 % hồ sơ nộp trực tuyến", { exact: true }).waitFor();
    await online.getByText("26 trong 40 hồ sơ của cả xã", { exact: false }).waitFor();
    await online.getByText("Còn 25 điểm nữa thì tới 90 %", { exact: false }).waitFor();
    await online.getByText("Cả xã: tại quầy 14, trực tuyến 26").waitFor();
    await expect.poll(() => online.locator("svg circle.exact").count()).toBe(1);
    await online.getByLabel("Chọn thôn").selectOption("Nà Khau");
    await expect.poll(() => online.getByRole("table").innerText()).toMatch(/Được trả lời[\s\S]*\d/);
    if (pictures !== undefined)
      await online.screenshot({ path: `${pictures}/figures-${size}-online.png` });

    const row = sheet.getByRole("row", { name: /Nà Khau/ }).first();
    await expect.poll(() => row.innerText()).toMatch(/Hộ tịch|Cư trú|Bảo hiểm/);
    await sheet.getByText("ngồi cùng 12 người", { exact: false }).waitFor();
    await sheet.getByText("Chín trong mười người chờ dưới", { exact: false }).first().waitFor();
    await expect.poll(() => sheet.getByText("xong hết").locator("..").innerText()).toMatch(/3/);
    await look("month");
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => sheet.getByRole("button", { name: "Đóng" }).isVisible()).toBe(false);
    await expect
      .poll(() => sheet.getByRole("link", { name: "Thôn và lĩnh vực" }).isVisible())
      .toBe(false);
    await sheet.getByText(/Xã Tân An, tháng \d+\/\d{4}/).waitFor();
    const pages = await page.pdf({ format: "A4" });
    expect(pages.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(3);
    if (pictures !== undefined) {
      const { writeFileSync } = await import("node:fs");
      writeFileSync(`${pictures}/figures-${size}.pdf`, pages);
      await page.setViewportSize({ width: 794, height: 1123 });
      await page.screenshot({ path: `${pictures}/figures-${size}-print.png` });
    }
  },
);
