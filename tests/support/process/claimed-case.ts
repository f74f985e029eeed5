/** A resident on the first step of a guide who has asked for a person, and whoever came. */
import type { DeskWorker } from "./desk-worker.ts";
import { Resident } from "./resident.ts";
import { towardsAPerson } from "./towards-a-person.ts";

export interface ClaimedCase {
  readonly who: Resident;
  readonly id: string;
}

/** Everything there is to press on the way; claimed by this helper. */
export async function claimedCase(helper: DeskWorker, root: () => string): Promise<ClaimedCase> {
  const who = new Resident(root);
  await who.open();
  await who.say("bà muốn tra cứu hồ sơ");
  await who.news();
  const before = new Set((await helper.cases()).body.waiting.map(({ id }) => id));
  await who.say("gặp người giúp");
  await who.news();
  for (let asked = 0; asked < 6; asked += 1) {
    const open = (await helper.cases()).body.waiting.find(({ id }) => !before.has(id));
    if (open !== undefined) {
      const answer = await helper.act(open.id, { act: "claim" });
      if (!answer.body.ok) throw new Error(`not claimed: ${answer.text}`);
      return { who, id: open.id };
    }
    const { question } = who;
    const choice = towardsAPerson(question?.choices);
    if (question?.turn === undefined || choice === undefined) break;
    await who.press(question.turn, choice.id);
    await who.news();
  }
  throw new Error("no case was opened");
}
