/** What goes out to people, at the edges of what a platform takes: nothing is lost, and what cannot go says so. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { imageForm } from "../../../src/bot/conversations/media/image-form.ts";
import type { Enclosure } from "../../../src/bot/store/media.ts";
import type { Inbound } from "../../../src/flows/index.ts";
import { pdf } from "../documents.ts";
import { dung } from "../transcript.ts";
import { noise } from "./noise.ts";
import type { ChannelUnderTest, OnStage } from "./on-stage.ts";

const webp = readFileSync(new URL("../media/square.webp", import.meta.url));
const by = { id: dung.id, name: dung.name, role: dung.role };

export function outgoing(on: OnStage, { longestText }: ChannelUnderTest): void {
  /** Dũng has taken the case of whoever sits here. */
  async function helped(): Promise<
    (note: (of: { case: never; by: typeof by }) => Inbound) => Promise<void>
  > {
    await on.says("bà muốn tra cứu hồ sơ");
    for (const words of ["gặp người giúp", "Nà Khau", "Ai giúp cũng được", "có", "bà"]) {
      if (on.row().saved.case === undefined) await on.says(words);
    }
    const open = on.row().saved.case;
    if (open === undefined) throw new Error("nobody was called");
    let count = 0;
    const note = async (make: (of: { case: never; by: typeof by }) => Inbound): Promise<void> => {
      count += 1;
      await on.house.conversations.note(
        on.row().id,
        `note-${count}`,
        make({ case: open.id as never, by }),
      );
    };
    await on.answered(() => void note((of) => ({ kind: "case-claim", ...of })));
    return note;
  }
  const keeps = (media: Pick<Enclosure, "type" | "bytes">, form: Enclosure["form"] = "photo") =>
    on.house.conversations.keepMedia(on.house.account, on.stage.peer, { form, ...media });

  test("a helper's long answer arrives whole, in pieces cut between words", async () => {
    const note = await helped();
    const words = Array.from({ length: 1400 }, (_, k) => `chữ${k}`);

    const said = await on.answered(
      () => void note((of) => ({ kind: "case-say", ...of, text: words.join(" "), masked: [] })),
    );

    const read = said.map(({ text }) => text).join(" ");
    expect(read.match(/chữ\d+/g)).toEqual(words);
    for (const { text } of said) expect(text.length).toBeLessThanOrEqual(longestText);
  });

  test("a photo too large for the platform is shown smaller, or said with where to see it", async () => {
    const note = await helped();
    const bytes = noise(1500, 1200);
    expect(bytes.length).toBeGreaterThan(5 * 1024 * 1024);
    const media = keeps({ type: "image/png", bytes });

    const said = await on.answered(
      () =>
        void note((of) => ({
          kind: "case-send",
          ...of,
          media,
          form: "photo",
          caption: "bà xem ảnh này",
        })),
    );

    const read = said.map(({ text }) => text).join("\n");
    expect(read).toContain("bà xem ảnh này");
    expect(said.some(({ picture }) => picture)).toBe(true);
  });

  test("a document goes under its name, or as an address that names it", async () => {
    const note = await helped();
    const media = keeps({ type: "application/pdf", bytes: pdf() }, "file");
    const file = { name: "Tờ khai mẫu.pdf", size: pdf().length };

    const said = await on.answered(
      () =>
        void note((of) => ({ kind: "case-send", ...of, media, form: "file", file, caption: "" })),
    );

    const carried = said.some((shown) => shown.file === file.name);
    const named = said.some(({ text }) => text.includes(file.name));
    expect(carried || named).toBe(true);
  });

  test("a photo of a kind the platform does not carry is never dropped in silence", async () => {
    const note = await helped();
    expect(imageForm(webp).kind).toBe("webp");
    const media = keeps({ type: "image/webp", bytes: webp });

    const said = await on.answered(
      () => void note((of) => ({ kind: "case-send", ...of, media, form: "photo", caption: "" })),
    );

    const shown = said.some(({ picture }) => picture);
    const linked = said.some(({ text }) => text.includes("xem") && text.includes("https://"));
    expect(shown || linked).toBe(true);
  });
}
