/** `chat`: a conversation in this terminal. */
import type { AccountId } from "../../flows/index.ts";
import { consoleChannel } from "../channels/console/console.ts";
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { makeLog } from "../log.ts";
import { openHouse } from "../running.ts";

/** Talks over a database of its own in memory: nothing is kept, no server is in the way. */
export async function chat(config: Config): Promise<number> {
  const log = makeLog("silent");
  const house = openHouse({
    databaseFile: ":memory:",
    contentDir: config.contentDir,
    clock: realClock,
    log,
  });
  const account = "console" as AccountId;
  const { commune } = house.library().desk;
  house.store.account({ id: account, commune, channel: "console" });
  const channel = consoleChannel({
    conversations: house.conversations,
    clock: realClock,
    account,
    peer: "here",
    input: process.stdin,
    output: process.stdout,
    keepInto: {
      folder: "tests/transcripts",
      flow: () => house.store.journeys(commune, 0, realClock.now() + 1).at(-1)?.flow,
    },
    settled: () => house.conversations.tick(),
  });
  house.conversations.addSender(channel.sender);
  house.conversations.start();
  await channel.talk();
  await house.close();
  return 0;
}
