import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fetchMedia, isZalosOwn, MediaUnreached } from "../../src/bot/channels/zalo/fetch-media.ts";
import {
  messagesWithChoices,
  numberedChoices,
} from "../../src/bot/channels/zalo/numbered-choices.ts";
import { longestText, shortened, textPieces } from "../../src/bot/channels/zalo/text-pieces.ts";
import { realClock } from "../../src/bot/clock.ts";
import { adtsOf, isAdts, m4aOf } from "../../src/bot/conversations/media/aac-adts.ts";
import { voiceForm } from "../../src/bot/conversations/media/voice-form.ts";

const recorded = (name: string): Uint8Array =>
  readFileSync(new URL(`../support/media/${name}`, import.meta.url));
const tone = recorded("tone.aac");

describe("words in pieces", () => {
  test("whatever is written, every piece fits and no letter is cut or lost", () => {
    const texts = fc.array(fc.constantFrom("bà ơi", "😀", "\n", " ", "ế".normalize("NFD"), "dài"), {
      maxLength: 800,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 300 }), (parts, longest) => {
        const text = parts.join("");

        const pieces = textPieces(text, longest);

        expect(pieces.every((piece) => piece.length <= longest && piece.isWellFormed())).toBe(true);
        const bare = (words: string): string => words.normalize("NFC").replaceAll(/\s+/g, "");
        expect(bare(pieces.join(""))).toBe(bare(text));
      }),
    );
  });

  test("a cut falls where a reader would pause", () => {
    const sentence = "Bà mở ứng dụng VNeID rồi bấm vào ô tìm kiếm. ";

    const pieces = textPieces(sentence.repeat(100));

    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.endsWith("."))).toBe(true);
  });

  test("letters typed apart from their marks count once", () => {
    const apart = "ế".normalize("NFD").repeat(longestText);

    expect(textPieces(apart)).toEqual(["ế".repeat(longestText)]);
  });
});

describe("choices without buttons", () => {
  const choices = [
    { id: "done", says: "Xong rồi" },
    { id: "human", says: "Gặp người giúp" },
  ];

  test("they are numbered, and the last line says how to answer", () => {
    expect(numberedChoices({ choices }, "vi")).toBe(
      "1. Xong rồi\n2. Gặp người giúp\nGõ số, hoặc viết bằng lời.",
    );
    expect(numberedChoices({ choices: [] }, "vi")).toBe("");
  });

  test("where a number is an answer of its own, nothing is numbered", () => {
    expect(numberedChoices({ choices, byWords: true }, "en")).toBe(
      "Or type exactly these words:\n- Xong rồi\n- Gặp người giúp",
    );
  });

  test("the list stays whole below the last words, or alone behind them", () => {
    const list = numberedChoices({ choices }, "vi");
    const full = "a ".repeat(longestText / 2).trim();

    expect(messagesWithChoices("Chọn giúp máy:", list)).toEqual([`Chọn giúp máy:\n\n${list}`]);
    expect(messagesWithChoices(full, list)).toEqual([full, list]);
    expect(messagesWithChoices("", list)).toEqual([list]);
  });

  test("five of the longest labels fit one message", () => {
    const long = Array.from({ length: 5 }, (_, k) => ({ id: `${k}`, says: "rất dài ".repeat(90) }));

    const list = numberedChoices({ choices: long }, "vi");

    expect(list.length).toBeLessThan(longestText / 3);
    expect(shortened("rất dài ".repeat(90), 100)).toMatch(/^rất dài .*…$/);
  });
});

describe("a recording of Zalo", () => {
  test("is played by every channel as M4A, its sound untouched", () => {
    const m4a = m4aOf(tone);

    expect(isAdts(tone)).toBe(true);
    expect(voiceForm(m4a)).toEqual({ kind: "m4a", mime: "audio/mp4", milliseconds: 1600 });
    expect(Buffer.from(adtsOf(m4a) ?? []).equals(tone)).toBe(true);
    expect(adtsOf(tone)).toBe(tone);
  });

  test("that breaks off keeps the frames that arrived", () => {
    const m4a = m4aOf(tone.subarray(0, tone.length - 10));

    expect(voiceForm(m4a)).toMatchObject({ kind: "m4a", milliseconds: 1536 });
  });

  test("is not taken for one where it is something else", () => {
    const others = ["tone.webm", "square.jpg", "square.webp"].map(recorded);

    expect(others.map(isAdts)).toEqual([false, false, false]);
    expect(others.map(adtsOf)).toEqual([undefined, undefined, undefined]);
    expect(() => m4aOf(recorded("square.jpg"))).toThrow("no ADTS");
  });

  test("cut or broken anywhere is read without harm", () => {
    const m4a = m4aOf(tone);
    const header = Buffer.from(m4a).indexOf("mdat");
    const breaks = [0, 1, 0x7f, 0xff].flatMap((byte) =>
      Array.from({ length: header }, (_, at) => Uint8Array.from(m4a).fill(byte, at, at + 1)),
    );
    const cuts = Array.from({ length: m4a.length }, (_, at) => m4a.subarray(0, at));

    const read = [...breaks, ...cuts].map(adtsOf);

    expect(read.filter((adts) => (adts?.length ?? 0) > m4a.length)).toEqual([]);
    expect(read.filter((adts) => adts === undefined).length).toBeGreaterThan(cuts.length / 2);
  });

  test("in very many very short frames is put together and taken apart like any other", () => {
    const shortest = [0xff, 0xf1, 0x50, 0x80, 0x01, 0x1f, 0xfc, 0x00];
    const sound = Buffer.alloc(200_000 * shortest.length, Buffer.from(shortest));

    expect(Buffer.from(adtsOf(m4aOf(sound)) ?? []).equals(sound)).toBe(true);
  });

  test("whose frames lie on each other is refused, not unfolded into more than it holds", () => {
    const m4a = Buffer.from(m4aOf(tone));
    const whole = m4a.readUInt32BE(m4a.indexOf("stsz") + 12);
    // As many chunks as there are frames, of one frame each, and all of them the whole sound.
    const sizes = m4a.indexOf("stsz") + 16;
    for (let k = 0; k < whole; k += 1) m4a.writeUInt32BE(tone.length >> 1, sizes + k * 4);
    const chunks = Buffer.alloc(16 + whole * 4);
    chunks.writeUInt32BE(chunks.length, 0);
    chunks.write("stco", 4);
    chunks.writeUInt32BE(whole, 12);
    m4a.writeUInt32BE(1, m4a.indexOf("stsc") + 16);
    const at = m4a.indexOf("stco") - 4;
    const lying = Buffer.concat([m4a.subarray(0, at), chunks, m4a.subarray(at + 20)]);
    for (const name of ["moov", "trak", "mdia", "minf", "stbl"]) {
      const size = lying.indexOf(name) - 4;
      lying.writeUInt32BE(lying.readUInt32BE(size) + chunks.length - 20, size);
    }

    expect(adtsOf(lying)).toBe(undefined);
  });

  test.each(["stco", "stsc", "stsz"])("that says more of %s than it holds is refused", (name) => {
    const m4a = m4aOf(tone);
    const count = Buffer.from(m4a).indexOf(name) + (name === "stsz" ? 12 : 8);
    const view = new DataView(m4a.buffer, m4a.byteOffset);

    view.setUint32(count, 0xff_00_00_01);

    expect(adtsOf(m4a)).toBe(undefined);
  });
});

test.each([
  ["https://f21-zpc.zdn.vn/jpg/1/abc.jpg", true],
  ["https://zdn.vn/a.aac", true],
  ["http://127.0.0.1:5000/media/a.aac", true],
  ["http://f21-zpc.zdn.vn/a.jpg", false],
  ["https://zdn.vn.example.com/a.jpg", false],
  ["https://evilzdn.vn/a.jpg", false],
  ["http://127.0.0.1:6000/a.jpg", false],
  ["file:///etc/passwd", false],
  ["not an address", false],
])("of %s it is said to be Zalo's own store: %s", (address, own) => {
  expect(isZalosOwn(address, "http://127.0.0.1:5000")).toBe(own);
});

describe("what Zalo keeps", () => {
  test("is fetched, looked at and made playable; what is gone or too large is said so", async () => {
    const store = createServer((request, response) => {
      switch (request.url ?? "") {
        case "/tone.aac":
        case "/square.jpg":
          return response.end(recorded(String(request.url).slice(1)));
        case "/large":
          return response.end(Buffer.alloc(11 * 1024 * 1024));
        case "/busy":
          return response.writeHead(502).end("<html>");
        default:
          return response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve));
    const root = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
    const fetching = { clock: realClock, stop: new AbortController().signal, alsoFrom: root };
    const get = (form: "photo" | "voice", path: string) =>
      fetchMedia(form, `${root}${path}`, fetching);

    expect(await get("voice", "/tone.aac")).toEqual({
      is: "media",
      media: { form: "voice", type: "audio/mp4", bytes: m4aOf(tone) },
    });
    expect(await get("photo", "/square.jpg")).toMatchObject({ media: { type: "image/jpeg" } });
    expect(await get("photo", "/tone.aac")).toEqual({ is: "unreadable", what: "file" });
    expect(await get("photo", "/large")).toEqual({ is: "unreadable", what: "too-large" });
    expect(await get("photo", "/gone")).toEqual({ is: "unreadable", what: "other" });
    await expect(get("photo", "/busy")).rejects.toThrow(MediaUnreached);
    store.closeAllConnections();
    store.close();
  });
});
