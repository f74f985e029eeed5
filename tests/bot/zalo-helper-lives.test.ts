/** A propagandist who has only Zalo: no buttons, no replies. The whole road of helping, in the real program. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { soon } from "../support/patience.ts";
import { ServerProcess } from "../support/process/server.ts";
import { startZaloBotEmulator, type ZaloBotEmulator } from "../support/zalo-bot/emulator.ts";

type Person = ReturnType<ZaloBotEmulator["person"]>;

let zalo: ZaloBotEmulator;
let server: ServerProcess;

beforeEach(async () => {
  zalo = await startZaloBotEmulator();
  server = new ServerProcess({ ZALO_BOT_TOKEN: zalo.token, ZALO_BOT_API_ROOT: zalo.root });
  await server.start();
});
afterEach(async () => {
  await server.remove();
  await zalo.close();
  zalo.assertNoViolations();
});

const newest = (who: Person): string => who.reads().at(-1) ?? "";

/** Types it while somebody listens, and waits for what is said then to this person. */
async function says(who: Person, text: string, hears: RegExp, listener = who): Promise<string> {
  await vi.waitFor(() => expect(zalo.polling).toBe(true), soon);
  const from = listener.reads().length;
  who.sends(text);
  return await vi.waitFor(() => {
    const said = listener.reads().slice(from).join("\n");
    if (!hears.test(said)) throw new Error(`“${text}” brought no ${hears}, but:\n${said}`);
    return said;
  }, soon);
}

/** The number a label has in the newest list that offers it. */
function numberOf(who: Person, label: string): string {
  const list = who.reads().findLast((text) => text.includes(label)) ?? "";
  const found = new RegExp(`^(\\d)\\. ${label}`, "mu").exec(list)?.[1];
  if (found === undefined) throw new Error(`no number for ${label} in:\n${list}`);
  return found;
}

async function aPropagandist(name: string): Promise<Person> {
  const invited = await server.command(
    ...["invite", "--role", "propagandist", "--village", "na-khau", "--name", name, "--json"],
  );
  const { code } = JSON.parse(invited.out) as { code: string };
  const who = zalo.person(name);
  await says(who, code, /Chào/);
  return who;
}

/** In a guide on Zalo, and asking for a person. */
async function asksForHelp(name: string, helper: Person): Promise<Person> {
  const who = zalo.person(name);
  await says(who, "con mới đẻ làm giấy khai sinh", /1\. /);
  await says(who, "gặp người giúp", /thôn nào/);
  await says(who, "Nà Khau", /Ai giúp cũng được/);
  await says(who, "ai giúp cũng được", /Nhận giúp/, helper);
  return who;
}

test("called, claimed by number, answered in words, ended by a number on the second page", async () => {
  const dung = await aPropagandist("Dũng");
  await says(dung, numberOf(dung, "Bắt đầu trực"), /./);
  const ba = await asksForHelp("Liên", dung);

  await says(dung, numberOf(dung, "Nhận giúp"), /Dũng/, ba);
  await says(dung, "Bà đang ở màn hình nào ạ?", /màn hình nào/, ba);
  await says(ba, "bà chưa có giấy chứng sinh", /chưa có giấy chứng sinh/, dung);
  const first = await says(dung, "Kết thúc giúp", /Vẫn ở bước này/);
  expect(first.split("\n").filter((line) => /^(?:\d\.|-) /.test(line)).length).toBeLessThanOrEqual(
    5,
  );
  await says(dung, numberOf(dung, "Khác…"), /Hẹn gặp/);
  await says(dung, numberOf(dung, "Hẹn gặp"), /./);
  await says(dung, "8h sáng mai ở nhà văn hóa thôn", /nhà văn hóa/, ba);

  expect(newest(ba)).not.toMatch(/\bbấm\b/iu);
});

test("with two on one telephone it is asked whom words are for, and off duty nobody is called", async () => {
  const dung = await aPropagandist("Dũng");
  await says(dung, numberOf(dung, "Bắt đầu trực"), /./);
  const ba = await asksForHelp("Liên", dung);
  await says(dung, "nhận giúp", /Dũng/, ba);
  const ong = await asksForHelp("Páo", dung);
  await says(dung, "nhận giúp", /Dũng/, ong);

  await says(dung, "Kết thúc giúp", /./);
  await says(ba, "bà xong rồi cháu ạ", /bà xong rồi/, dung);
  const asked = await says(dung, "Vâng ạ, cháu chào", /cho ai|Gửi/);
  expect(asked.split("\n").filter((line) => /^\d\. /.test(line)).length).toBeGreaterThan(1);
  await says(dung, "1", /cháu chào/, ba);

  await says(dung, "/nghi", /đang nghỉ/);
});
