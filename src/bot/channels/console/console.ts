/** The same conversation in a terminal: numbered choices, typed answers, and nothing that a screen reader misses. */
import { createInterface } from "node:readline/promises";
import { type AccountId, type Inbound, maskSecrets } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import { commandIn, joinCodeIn } from "../../conversations/commands.ts";
import type { Conversations, Sender } from "../../conversations/ports.ts";
import { chatKeeper, type KeepInto, keepNameIn } from "./keep-chat.ts";

export interface ConsoleOptions {
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly account: AccountId;
  readonly peer: string;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Where `/giu-lai <name>` keeps the chat as a test. */
  readonly keepInto: KeepInto;
  /** Resolves when what was said has been answered and written. */
  settled(): Promise<void>;
}

export interface ConsoleChannel {
  readonly sender: Sender;
  /** Talks until the input ends or the person writes /quit. */
  talk(): Promise<void>;
}

export function consoleChannel(options: ConsoleOptions): ConsoleChannel {
  const { conversations, clock, account, peer, input, output } = options;
  const write = (text: string): void => void output.write(text);
  let count = 0;
  const begun = clock.now();
  const keeper = chatKeeper(options.keepInto);

  const sender: Sender = {
    account,
    channel: "console",
    async send({ reply }) {
      keeper.said(reply);
      const head = reply.from === "machine" ? "" : `${reply.from.name} (${reply.from.role}):\n`;
      const choices = reply.choices
        .map(({ says }, index) =>
          reply.byWords === true ? `  - ${says}` : `  ${index + 1}. ${says}`,
        )
        .join("\n");
      const media =
        reply.media === undefined
          ? ""
          : `[${[reply.media.form, reply.media.file?.name].filter(Boolean).join(": ")}]\n`;
      write(`\n${head}${media}${reply.text}\n${choices === "" ? "" : `${choices}\n`}`);
      return { kind: "sent" };
    },
  };

  const take = (inbound: Inbound) => {
    count += 1;
    return conversations.take({
      account,
      peer,
      key: `${begun}-${count}`,
      inbound,
      at: clock.now(),
    });
  };

  return {
    sender,
    async talk() {
      keeper.happened({ arrives: true });
      await take({ kind: "arrived" });
      const lines = createInterface({ input, output, prompt: "> " });
      let ended = false;
      lines.once("close", () => {
        ended = true;
      });
      await options.settled();
      if (!ended) lines.prompt();
      for await (const line of lines) {
        if (line.trim() === "/quit") break;
        const keptAs = keepNameIn(line);
        if (keptAs !== undefined) {
          write(`\n${keeper.keep(keptAs)}\n`);
          if (!ended) lines.prompt();
          continue;
        }
        const code = joinCodeIn(line);
        if (code !== undefined) {
          keeper.joined();
          count += 1;
          await conversations.join(account, peer, `${begun}-${count}`, code, clock.now());
          await options.settled();
          if (!ended) lines.prompt();
          continue;
        }
        const command = commandIn(line);
        const masked = maskSecrets(line, conversations.askedFor(account, peer));
        if (command === undefined)
          keeper.happened({ types: masked.text, masked: masked.found.length > 0 });
        else keeper.commanded(command.command);
        const seen = conversations.seenTurn(account, peer);
        await take(
          command ?? {
            kind: "words",
            text: masked.text,
            masked: [...masked.found],
            ...(seen === undefined ? {} : { seen }),
          },
        );
        await options.settled();
        // When the input came through a pipe it may have ended meanwhile.
        if (!ended) lines.prompt();
      }
      lines.close();
    },
  };
}
