/** Steps read aloud: kept by their words, replaced by newer ones, and gone with whoever read them. */
import { expect, test } from "vitest";
import type { PropagandistRow } from "../../../src/bot/store/people.ts";
import type { Recording } from "../../../src/bot/store/recordings.ts";
import type { Effect, MediaId } from "../../../src/flows/index.ts";
import {
  aPropagandist,
  aTurn,
  commune,
  conversationId,
  mediaId,
  morning,
  propagandistId,
  settle,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const hoa = conversationId("hoa");
const megabytes = 1024 * 1024;

export function recordingsContract(current: Current): void {
  const helpers = (...more: ReadonlyArray<Partial<PropagandistRow>>): void => {
    settle(current.store, { telegram: ["hoa", "dung"] });
    current.store.savePropagandist(aPropagandist("hoa", { conversation: hoa, ...more[0] }));
    current.store.savePropagandist(
      aPropagandist("dung", { conversation: conversationId("dung"), ...more[1] }),
    );
  };
  const reads = (more: Partial<Recording> = {}): MediaId =>
    current.store.keepRecording({
      flow: "khai-sinh",
      step: "log-in",
      mark: "m1",
      speech: "tay",
      by: propagandistId("hoa"),
      at: morning,
      type: "audio/ogg",
      bytes: Buffer.from("giọng"),
      ...more,
    });
  const inTurn = (revision: number, ...effects: readonly Effect[]) =>
    current.store.commit([aTurn({ in: "hoa", revision, effects })], morning);

  test("a step read aloud is known by its words and its language, and survives a restart", () => {
    helpers();
    const id = reads();
    current.restart();

    expect(current.store.recordings(commune)).toEqual([
      {
        id,
        flow: "khai-sinh",
        step: "log-in",
        mark: "m1",
        speech: "tay",
        by: "hoa",
        at: morning,
      },
    ]);
    const kept = current.store.recording(id);
    expect(kept).toMatchObject({ commune, form: "voice", type: "audio/ogg" });
    expect(Buffer.from(kept!.bytes).toString()).toBe("giọng");
    expect(current.store.recording(mediaId("nothing"))).toBeUndefined();
    expect(current.store.recordings("elsewhere")).toEqual([]);
  });

  test("reading the same words again takes the place of the old recording, another language does not", () => {
    helpers();
    const old = reads();
    const other = reads({ speech: "vi", at: morning + 1 });
    const anew = reads({ by: propagandistId("dung"), at: morning + 2, bytes: Buffer.from("mới") });

    expect(current.store.recordings(commune).map(({ id }) => id)).toEqual([other, anew]);
    expect(current.store.recording(old)).toBeUndefined();
    current.store.dropRecording(other);
    expect(current.store.recordings(commune).map(({ id }) => id)).toEqual([anew]);
  });

  test("what a turn keeps is the voice that came into this very chat", () => {
    helpers();
    const voice = (conversation: typeof hoa) =>
      current.store.addMedia({
        conversation,
        form: "voice",
        type: "audio/ogg",
        bytes: Buffer.from("đọc"),
        at: morning,
      });
    const recorded = {
      flow: "khai-sinh",
      step: "log-in",
      mark: "m1",
      speech: "vi",
      by: propagandistId("hoa"),
    } as const;

    inTurn(1, { do: "record", recorded, media: voice(hoa) });
    const [kept] = current.store.recordings(commune);
    expect(kept).toMatchObject(recorded);
    expect(Buffer.from(current.store.recording(kept!.id)!.bytes).toString()).toBe("đọc");

    const [refused] = inTurn(2, {
      do: "record",
      recorded,
      media: voice(conversationId("dung")),
    });
    expect(refused?.kind).toBe("refused");

    inTurn(2, { do: "unrecord", recorded: kept!.id });
    expect(current.store.recordings(commune)).toEqual([]);
  });

  test("a propagandist who erases their chat leaves nothing read by them", () => {
    helpers();
    const mine = reads();
    const theirs = reads({ mark: "m2", by: propagandistId("dung") });

    current.store.erase(hoa);

    expect(current.store.recordings(commune).map(({ id }) => id)).toEqual([theirs]);
    expect(current.store.recording(mine)).toBeUndefined();
    expect(current.bytes().includes(Buffer.from("giọng"))).toBe(true);
    expect(current.store.dropRecordingsOf(propagandistId("dung"))).toBe(1);
    current.store.erase(hoa);
    expect(current.bytes().includes(Buffer.from("giọng"))).toBe(false);
  });

  test("10 MB are kept, one byte more is refused, and only a propagandist's", () => {
    helpers();
    expect(() => reads({ bytes: Buffer.alloc(10 * megabytes) })).not.toThrow();
    expect(() => reads({ bytes: Buffer.alloc(10 * megabytes + 1) })).toThrow(/10/);
    expect(() => reads({ by: propagandistId("nobody") })).toThrow(/propagandist/);
  });

  test("the list is read anew only after a change", () => {
    helpers();
    reads();
    const before = current.store.recordings(commune);
    expect(current.store.recordings(commune)).toBe(before);
    reads({ mark: "m2" });
    expect(current.store.recordings(commune)).not.toBe(before);
  });
}
