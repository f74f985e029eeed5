import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MASK, maskSecrets } from "../../src/flows/secrets.ts";
import { mustMask, mustPass } from "./secrets-cases.ts";

describe("secrets vanish", () => {
  test.each(mustMask)("$kind: $text", ({ text, secret, kind, asked }) => {
    const masked = maskSecrets(text, asked);

    expect(masked.text).not.toContain(secret);
    expect(masked.text).toContain(MASK);
    expect(masked.found).toContain(kind);
  });
});

describe("everything else arrives as it was typed", () => {
  test.each(mustPass)("$text", ({ text, asked }) => {
    expect(maskSecrets(text, asked)).toEqual({ text, found: [] });
  });
});

test("the table is wide enough to mean something", () => {
  expect(mustMask.length).toBeGreaterThanOrEqual(100);
  expect(mustPass.length).toBeGreaterThanOrEqual(100);
  expect(new Set([...mustMask, ...mustPass].map((row) => `${row.asked}|${row.text}`)).size).toBe(
    mustMask.length + mustPass.length,
  );
});

test("what a date, a telephone number and a code look like depends on what was asked", () => {
  expect(maskSecrets("120385").found).toEqual(["otp"]);
  expect(maskSecrets("120385", "date").found).toEqual([]);
  expect(maskSecrets("4829", "number").found).toEqual([]);
  expect(maskSecrets("4829", "text").found).toEqual(["otp"]);
});

test("text around a secret stays", () => {
  const masked = maskSecrets("Cháu ơi mã OTP là 482913, bà ở xóm 12 nhé");

  expect(masked.text).toBe(`Cháu ơi mã OTP là ${MASK}, bà ở xóm 12 nhé`);
});

const pieces = [
  ...mustMask.map((row) => row.text),
  ...mustPass.map((row) => row.text),
  ..."mật khẩu|mk|otp|mã|là|:|cccd|0|48|4829|482913|099085012345|Hoa@1985|\n| |.|-|/|o|không|một|hai|ba|nam|\u200b|đồng|join-".split(
    "|",
  ),
  MASK,
];
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom("", " ", "\n", ". ")), {
      maxLength: 12,
    })
    .map((parts) => parts.flat().join("")),
  fc
    .array(fc.constantFrom(..."0123456789.- \nO"), { maxLength: 40 })
    .map((parts) => parts.join("")),
);
const anyAsked = fc.constantFrom("phone", "number", "date", "dossier-code", "text", undefined);

test("masking twice finds nothing new, whatever was typed", () => {
  fc.assert(
    fc.property(anyText, anyAsked, (text, asked) => {
      const once = maskSecrets(text, asked);
      const twice = maskSecrets(once.text, asked);
      expect(twice).toEqual({ text: once.text, found: [] });
      expect(once.found.length === 0).toBe(once.text === text);
    }),
    { numRuns: 3000 },
  );
});

test("a secret is gone wherever it stands, even when it was said twice", () => {
  const secret = fc.constantFrom("482913", "Hoa@1985", "099085012345", "Suoi47xanh");
  const said = {
    "482913": "mã OTP là ",
    "Hoa@1985": "mật khẩu là ",
    "099085012345": "cccd ",
    Suoi47xanh: "mk: ",
  } as const;
  const words = fc.array(
    fc.constantFrom("bà", "ơi", "12", "ở xóm", "0912345678", "nhé", "2024", "x"),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(secret, words, words, (value, before, after) => {
      const text = `${before.join(" ")}. ${said[value as keyof typeof said]}${value} ${after.join(" ")} (${value})`;
      expect(maskSecrets(text).text).not.toContain(value);
    }),
    { numRuns: 500 },
  );
});

describe("twice as many hostile characters are twice the work", () => {
  const hostile: Record<string, string> = {
    digits: "7",
    "digits and spaces": "7 ",
    "almost dossier codes": "H60.1.1.1.1",
    "almost invitations": "join-",
    "almost passwords": "mk:",
    "password words": "mật khẩu là ",
    "almost e-mail addresses": "a.",
    "spoken digits": "một ",
    "full-width digits": "４ ",
    "invisible characters": "\u200b",
    "letters that look like digits": "oil0",
    "one clue after another": "otp mã pin ",
    "sentence ends": "?!",
    "different codes": "100037 291744 ",
    "marks without letters": "\u0301",
    "masks already there": `otp ${MASK} `,
  };
  test.each(Object.entries(hostile))("%s", (_, piece) => {
    const work = (length: number) =>
      charactersRead(() => maskSecrets(`mk ${piece.repeat(length / piece.length)} 4829 @`));

    expect(work(10_000)).toBeLessThan(2.5 * work(5_000));
    expect(work(10_000)).toBeLessThan(10_000 * 3_000);
  });

  test("ten thousand characters of different codes", () => {
    const codes = Array.from({ length: 1_400 }, (_, at) => 100_000 + at * 37).join(" ");

    expect(maskSecrets(codes).text.replaceAll(MASK, "").trim()).toBe("");
  });
});

/** Counts how many characters are handed to the string methods we lean on, as a measure of work. */
function charactersRead(work: () => void): number {
  let read = 0;
  const { test: regexTest } = RegExp.prototype;
  const { slice } = String.prototype;
  RegExp.prototype.test = function (text: string) {
    read += text.length;
    return regexTest.call(this, text);
  };
  String.prototype.slice = function (...range: [number?, number?]) {
    const part = slice.apply(this as string, range);
    read += part.length;
    return part;
  };
  try {
    work();
  } finally {
    RegExp.prototype.test = regexTest;
    String.prototype.slice = slice;
  }
  return read;
}
