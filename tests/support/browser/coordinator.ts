/** What a coordinator does at the desk, besides what every helper can do. */
import type { Locator } from "playwright-core";
import type { Helper } from "./road.ts";

export interface Coordinator extends Helper {
  /** Who waits, who is helped, people, groups and invitations. */
  opensCommune(): Promise<Locator>;
  opensFigures(): Promise<Locator>;
  /** Closes the sheet in front. */
  closes(): Promise<void>;
  /** Gives the only case on the page to somebody, with a word the resident never sees. */
  gives(to: string, note: string): Promise<void>;
  /** A number of the month as the page says it, by its name. */
  figure(name: string): Promise<string>;
}

export function coordinatorOf(helper: Helper): Coordinator {
  const { page } = helper;
  const dialog = (name: string) => page.getByRole("dialog", { name });
  const self: Coordinator = {
    ...helper,
    async opensCommune() {
      await page.getByRole("button", { name: "Mở trang điều phối" }).click();
      await dialog("Điều phối").getByRole("button", { name: "Đang chờ", exact: true }).waitFor();
      return dialog("Điều phối");
    },
    async opensFigures() {
      await page.getByRole("button", { name: "Số liệu tháng" }).click();
      await dialog("Số liệu tháng").waitFor();
      return dialog("Số liệu tháng");
    },
    async closes() {
      await page.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    },
    async gives(to, note) {
      const sheet = dialog("Điều phối");
      await sheet.getByRole("button", { name: "Giao cho…" }).click();
      const people = sheet.getByLabel("Giao cho ai");
      const shown = await people.locator("option").filter({ hasText: to }).innerText();
      await people.selectOption({ label: shown });
      await sheet.getByLabel("Dặn thêm (chỉ người giúp thấy)").fill(note);
      await sheet.getByRole("button", { name: "Giao việc" }).click();
      await page.getByText(`Đã giao cho ${to}`).waitFor();
    },
    figure: (name) =>
      dialog("Số liệu tháng")
        .locator("dl.whole div")
        .filter({ hasText: name })
        .first()
        .locator("dd")
        .innerText(),
  };
  return self;
}
