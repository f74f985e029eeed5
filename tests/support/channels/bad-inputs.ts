/** What people send besides plain words, the same on every channel: each is answered once, and the next word is read. */
import { expect, test, vi } from "vitest";
import type { Inbound } from "../../../src/flows/index.ts";
import { soon } from "../patience.ts";
import type { OnStage, Stage } from "./on-stage.ts";

export function badInputs(on: OnStage): void {
  const lines = () => on.house.store.lines(on.row().id, 0, 500);
  const inbounds = (kind?: Inbound["kind"]) =>
    lines().filter(
      ({ what }) => what.is === "inbound" && (kind === undefined || what.inbound.kind === kind),
    );
  /** Replies said in the turns of these inbounds. */
  const repliesTo = (kind: Inbound["kind"]) => {
    const turns = new Set(inbounds(kind).map(({ turn }) => turn));
    return lines().filter(({ what, turn }) => what.is === "reply" && turns.has(turn));
  };
  const stillListens = async (): Promise<void> => {
    const from = on.stage.sees().length;
    on.stage.types("con mới đẻ làm giấy khai sinh");
    await on.shown(from, "khai sinh");
  };

  test.each([
    ["the longest text somebody pastes", "a".repeat(10_000)],
    ["hands and hearts", "👍👍👍❤️"],
    ["a wall of pictures drawn as letters", "🫠".repeat(1500)],
    ["letters typed apart from their marks", "ơ\u0300 \u1ea1".repeat(400)],
    ["signs nobody sees", "\u200b\u200d\ufeff"],
  ])("%s: answered, and the next word is read", async (_, text) => {
    await on.says("xin chào");
    expect((await on.says(text)).trim()).not.toBe("");
    await stillListens();
  });

  const kinds: ReadonlyArray<Exclude<keyof Stage["sends"], "document">> = [
    "blank",
    "sticker",
    "largePhoto",
    "place",
    "contact",
    "film",
    "file",
    "unknownKind",
  ];
  test.each(kinds)("%s: answered in words, where it can be sent at all", async (kind) => {
    const { sends } = on.stage;
    const send = sends[kind];
    if (send === undefined) return;
    await on.says("xin chào");

    const said = await on.answered(() => send(1));

    expect(
      said
        .map(({ text }) => text)
        .join("")
        .trim(),
    ).not.toBe("");
    if (kind === "largePhoto") expect(said[0]?.text).toContain("10 MB");
    await stillListens();
  });

  test.each([
    ["alone", undefined],
    ["with words", "bà gửi ảnh đây cháu xem giúp"],
  ])("several pictures at once, %s, are answered once and all of them kept", async (_, words) => {
    const { photos } = on.stage.sends;
    if (photos === undefined) return;
    await on.says("xin chào");

    await on.answered(() => photos(4, words));
    await vi.waitFor(() => expect(inbounds("photo")).toHaveLength(4), soon);
    await on.quiet();

    expect(repliesTo("photo").length).toBeLessThanOrEqual(1);
    const kept = inbounds("photo").map(({ what }) =>
      what.is === "inbound" && what.inbound.kind === "photo" ? what.inbound.media : undefined,
    );
    expect(new Set(kept).size).toBe(4);
    if (words !== undefined) {
      await vi.waitFor(() => expect(JSON.stringify(lines())).toContain(words), soon);
    }
    await stillListens();
  });

  test("what the platform brings twice counts once", async () => {
    const { repeats } = on.stage;
    if (repeats === undefined) return;
    await on.says("xin chào");
    await on.says("con mới đẻ làm giấy khai sinh");
    const [before, seen] = [inbounds().length, on.stage.sees().length];

    repeats();
    repeats();
    await on.says("xin chào");

    expect(inbounds()).toHaveLength(before + 1);
    expect(on.stage.sees().length).toBeLessThanOrEqual(seen + 2);
  });

  test("words changed or taken away afterwards break nothing", async () => {
    const { edits, deletes } = on.stage;
    await on.says("con mới đẻ làm giấy khai sinh");
    edits?.("con mới đẻ làm giấy khai sinh nhé");
    deletes?.();
    await stillListens();
  });

  test("what is nobody's word is not answered", async () => {
    const { noises } = on.stage;
    if (noises === undefined) return;
    await on.says("xin chào");
    await on.quiet();
    const [before, seen] = [inbounds().length, on.stage.sees().length];

    await noises();
    await on.quiet();

    expect(inbounds()).toHaveLength(before);
    expect(on.stage.sees()).toHaveLength(seen);
    await stillListens();
  });

  test("a secret is written nowhere, not even below a picture", async () => {
    await on.says("mã OTP của tôi là 482913");
    const { photos } = on.stage.sends;
    if (photos !== undefined) await on.answered(() => photos(1, "mật khẩu của bà là Hoa1957#"));

    const kept = JSON.stringify(lines());
    expect(kept).not.toContain("482913");
    expect(kept).not.toContain("Hoa1957");
  });
}
