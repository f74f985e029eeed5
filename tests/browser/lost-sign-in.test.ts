/** A one-time link on a weak network: the server takes it, and its answer never arrives. */
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

/** A phone that loses the first answers to signing in. */
async function losing(answers: number) {
  const { context, page } = await open.open({ ...cheapPhone, serviceWorkers: "block" });
  const statuses: number[] = [];
  await page.route("**/desk/api/sign-in", async (route) => {
    const answer = await route.fetch();
    statuses.push(answer.status());
    await (statuses.length > answers ? route.fulfill({ response: answer }) : route.abort());
  });
  return { context, page, statuses };
}

test("one lost answer is asked for again, and whoever opened the link is in", async () => {
  const { page, statuses } = await losing(1);

  await page.goto(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }));

  await page.getByRole("button", { name: "Đã hiểu" }).waitFor();
  expect(statuses).toEqual([200, 200]);
});

test("with the network gone for longer the same link opens later, on this phone alone", async () => {
  const link = server.inviteLink({ name: "Nông Thị Sen (mẫu)" });
  const { page, statuses } = await losing(2);
  await page.goto(link);
  await page.getByRole("textbox").waitFor();
  const other = await open.open({ ...cheapPhone });

  await other.page.goto(link);
  await other.page.getByRole("alert").waitFor();
  await page.goto("about:blank");
  await page.goto(link);

  await page.getByRole("button", { name: "Đã hiểu" }).waitFor();
  expect(statuses).toEqual([200, 200, 200]);
});
