import { expect, test } from "vitest";
import {
  aTurn,
  conversationId,
  mediaId,
  morning,
  openCase,
  say,
  settle,
  telegram,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const lan = conversationId("lan");
const hour = 60 * 60 * 1000;
const megabytes = 1024 * 1024;

export function mediaContract(current: Current): void {
  const photo = (text: string, at = morning, conversation = lan) =>
    current.store.addMedia({
      conversation,
      form: "photo",
      type: "image/jpeg",
      bytes: Buffer.from(text),
      at,
    });

  test("the same bytes in the same conversation are one photo", () => {
    settle(current.store, { web: ["lan", "minh"] });

    const id = photo("màn hình");

    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(photo("màn hình", morning + 1)).toBe(id);
    expect(photo("màn hình", morning, conversationId("minh"))).not.toBe(id);
    expect(photo("khác")).not.toBe(id);
    current.restart();
    const kept = current.store.media(id);
    expect(kept).toMatchObject({
      id,
      conversation: lan,
      form: "photo",
      type: "image/jpeg",
      at: morning + 1,
    });
    expect(Buffer.from(kept!.bytes).toString()).toBe("màn hình");
    expect(current.store.media(mediaId("nothing"))).toBeUndefined();
  });

  test("10 MB are kept, one byte more is refused", () => {
    settle(current.store, { web: ["lan"] });
    const voice = (bytes: number) =>
      current.store.addMedia({
        conversation: lan,
        form: "voice",
        type: "audio/ogg",
        bytes: new Uint8Array(bytes),
        at: morning,
      });

    expect(current.store.media(voice(10 * megabytes))?.bytes.byteLength).toBe(10 * megabytes);
    expect(() => voice(10 * megabytes + 1)).toThrow(
      expect.objectContaining({ code: "media-too-large" }),
    );
    expect(() => photo("x", morning, conversationId("nobody"))).toThrow(
      expect.objectContaining({ code: "not-in-store" }),
    );
  });

  test("without a case, a photo is kept for a day", () => {
    settle(current.store, { web: ["lan"] });
    const id = photo("màn hình");

    expect(current.store.dropOldMedia(morning + 24 * hour - 1)).toBe(0);
    expect(current.store.media(id)).toBeDefined();
    expect(current.store.dropOldMedia(morning + 24 * hour)).toBe(1);
    expect(current.store.media(id)).toBeUndefined();
  });

  test("with a case, it is kept until the case closes", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    store.commit([aTurn({ in: "lan", effects: [openCase("k1")] })], morning);
    const id = photo("màn hình", morning + hour);

    expect(store.dropOldMedia(morning + 240 * hour)).toBe(0);
    store.commit(
      [aTurn({ in: "lan", revision: 2, effects: [openCase("k1", { state: "closed" })] })],
      morning + 2 * hour,
    );
    const later = photo("một ảnh khác", morning + 3 * hour);

    expect(store.dropOldMedia(morning + 3 * hour)).toBe(1);
    expect(store.media(id)).toBeUndefined();
    expect(store.media(later)).toBeDefined();
  });

  test("what a resident was given is kept for three days, though the case is over by then", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });
    store.commit([aTurn({ in: "lan", effects: [openCase("k1")] })], morning);
    const given = { id: photo("tờ khai"), form: "file", file: { name: "a.pdf", size: 9 } } as const;
    const theirs = photo("màn hình");
    store.commit(
      [aTurn({ in: "lan", revision: 2, effects: [say("", { media: given })] })],
      morning + hour,
    );
    const told = say("", { media: { id: theirs, form: "photo" }, about: "k1" as never });
    store.commit([aTurn({ in: "hoa", account: telegram, effects: [told] })], morning + hour);
    store.delivered(
      { conversation: conversationId("hoa"), turn: 1, position: 0 },
      { kind: "sent" },
      morning + hour,
    );
    store.commit(
      [aTurn({ in: "lan", revision: 3, effects: [openCase("k1", { state: "closed" })] })],
      morning + 2 * hour,
    );

    expect(store.dropOldMedia(morning + 3 * hour)).toBe(1);
    expect([given.id, theirs].map((id) => store.isShared(id))).toEqual([false, undefined]);
    expect(store.dropOldMedia(morning + 73 * hour - 1)).toBe(0);
    expect(store.dropOldMedia(morning + 73 * hour)).toBe(1);
    expect(store.isShared(given.id)).toBeUndefined();
  });

  test("a form taken back from one person is still another's", () => {
    const { store } = current;
    settle(store, { web: ["lan", "tram"] });
    const media = { id: photo("tờ khai"), form: "file", file: { name: "a.pdf", size: 9 } } as const;
    const given = say("", { media, from: { id: "dung" as never, name: "Dung", role: "" } });
    for (const to of ["lan", "tram"] as const)
      store.commit([aTurn({ in: to, effects: [given] })], morning);
    const takenBack = (from: "lan" | "tram") =>
      store.commit(
        [aTurn({ in: from, revision: 2, effects: [{ do: "recall", turn: 1 }] })],
        morning + hour,
      );

    takenBack("lan");
    expect(store.isShared(media.id)).toBe(false);
    takenBack("tram");
    expect(store.isShared(media.id)).toBeUndefined();
  });

  test("a photo that still has to be sent is kept until it was", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });
    const hoa = conversationId("hoa");
    const id = photo("màn hình");
    const relay = say("", { media: { id, form: "photo" }, about: "k1" as never });
    store.commit([aTurn({ in: "hoa", account: telegram, effects: [relay] })], morning);

    expect(store.dropOldMedia(morning + 48 * hour)).toBe(0);
    store.delivered({ conversation: hoa, turn: 1, position: 0 }, { kind: "sent" }, morning);
    expect(store.dropOldMedia(morning + 48 * hour)).toBe(1);
  });
}
