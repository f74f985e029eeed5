/** A file that has not the shape it must have: zod's complaints in an author's words. */
import type { z } from "zod";
import { didYouMean, type Fault, type Said, wrong } from "./fault.ts";

type Issue = z.core.$ZodIssue;

/** The complaints of the schemas' own rules, by the English they are written in there. */
const ownRules: Readonly<Record<string, string>> = {
  "write ids in small letters, digits and single hyphens":
    "tên phải viết bằng chữ thường không dấu, chữ số và dấu gạch nối",
  "a trouble needs a fix, human: true, or leads-to":
    "chỗ vướng phải có cách gỡ (fix), gọi người (human: true) hoặc bước đi tới (leads-to)",
  "a reminder has one of after-days, after-working-days, due and on":
    "lời nhắc có đúng một trong after-days, after-working-days, due, on",
  "working-days takes a number of days, like 3": "working-days là một con số, như 3",
  "days off are one day, or 2027-02-04 đến 2027-02-10":
    "ngày nghỉ ghi một ngày, hoặc 2027-02-04 đến 2027-02-10",
  "hours end after they begin": "giờ bắt đầu (from) phải trước giờ kết thúc (until)",
  "the last day is not before the first": "ngày cuối (until) không được trước ngày đầu (from)",
  "a step has two to four choices": "một bước có từ hai đến bốn lựa chọn",
  "a list has two to eight papers": "danh sách có từ hai đến tám giấy",
  "a trouble with papers has human: true or leads-to":
    "chỗ vướng về giấy có human: true hoặc leads-to, đúng một trong hai",
  "a list of papers has two troubles at most": "danh sách giấy có nhiều nhất hai chỗ vướng",
  "include names either a flow or a fragment":
    "include nêu một flow hoặc một fragment, đúng một trong hai",
  "an element has a label with its source, or means":
    "phần tử có chữ (label) kèm nguồn (source), hoặc có lời tả (means)",
};

/** Every key a file of `content/` knows, to find the one that was meant. */
const knownKeys =
  "flow field code tone private recall says asked-as about cost time where papers sources review-by approved-by begins renamed steps fragment kind explain screen reminds optional hard sign prove sends here items troubles leads-to choices answer example least most outcome waits next fix human after-days on plus-days vi en app elements label source means press value from until checked title url read name province communes id formerly commune district divided villages operator data-requests telephone telephone-fact menu groups hours routing days everyone-after-minutes office-after-minutes again-after-minutes silent-claim-minutes silence-minutes next-after-minutes at-once people neighbours role rank form knows speaks woman office absences why official-hosts".split(
    " ",
  );

/** `value` is what was read, before it was refused. */
export function shapeFaults(file: string, error: z.ZodError, value: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOf(file, issue, value));
}

function faultsOf(file: string, issue: Issue, value: unknown): Fault[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const step = path[0] === "steps" && typeof path[1] === "string" ? path[1] : undefined;
  const spot = { file, at: path, step };
  const name = path.slice(step === undefined ? 0 : 2).join(" → ");
  const place: Said =
    name === "" ? { vi: "tệp này", en: "this file" } : { vi: `"${name}"`, en: `"${name}"` };

  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      wrong(
        { ...spot, at: [...path, key] },
        {
          vi: `có "${key}", không ai hiểu mục này ở ${place.vi}.`,
          en: `has "${key}", which means nothing in ${place.en}.`,
        },
        didYouMean(key, knownKeys),
      ),
    );
  }
  if (
    issue.code === "custom" ||
    (issue.code === "invalid_format" && issue.format === "regex" && issue.message in ownRules)
  ) {
    return [wrong(spot, said(place, issue.message))];
  }
  if (issue.code === "invalid_key") {
    const why = issue.issues[0]?.message ?? issue.message;
    return [wrong(spot, said(place, why))];
  }
  const there = valueAt(value, issue.path);
  const last = path.at(-1);
  const language = last === "vi" || last === "en";
  // Whoever writes on the page has one language before the other.
  if (there === undefined || (language && there === "")) {
    if (language) {
      const outer = path.slice(step === undefined ? 0 : 2, -1).join(" → ");
      return [
        wrong(
          spot,
          last === "vi"
            ? { vi: `"${outer}" chưa có tiếng Việt.`, en: `"${outer}" has no Vietnamese.` }
            : { vi: `"${outer}" chưa có tiếng Anh.`, en: `"${outer}" has no English.` },
          { vi: "Viết đủ cả vi và en.", en: "Write both vi and en." },
        ),
      ];
    }
    return [wrong(spot, { vi: `thiếu ${place.vi}.`, en: `lacks ${place.en}.` })];
  }
  return [wrong(spot, other(place, issue), tryOther(issue, there))];
}

function said(place: Said, message: string): Said {
  return { vi: `${place.vi}: ${ownRules[message] ?? message}.`, en: `${place.en}: ${message}.` };
}

function other(place: Said, issue: Issue): Said {
  switch (issue.code) {
    case "invalid_type":
      return {
        vi: `${place.vi} phải là ${typeNames[issue.expected] ?? issue.expected}.`,
        en: `${place.en} must be ${issue.expected}.`,
      };
    case "invalid_value":
    case "invalid_union":
      return {
        vi: `${place.vi} không phải là một trong những giá trị cho phép.`,
        en: `${place.en} is not one of the values allowed.`,
      };
    case "too_small":
      return {
        vi: `${place.vi} ít hoặc ngắn quá (ít nhất ${issue.minimum}).`,
        en: `${place.en} is too little or too short (at least ${issue.minimum}).`,
      };
    case "too_big":
      return {
        vi: `${place.vi} nhiều hoặc dài quá (nhiều nhất ${issue.maximum}).`,
        en: `${place.en} is too much or too long (at most ${issue.maximum}).`,
      };
    case "invalid_format":
      return issue.format === "date"
        ? {
            vi: `${place.vi} phải là ngày viết kiểu 2026-11-22.`,
            en: `${place.en} must be a day written like 2026-11-22.`,
          }
        : { vi: `${place.vi} viết chưa đúng kiểu.`, en: `${place.en} is not written as expected.` };
    case "custom":
    case "invalid_element":
    case "invalid_key":
    case "not_multiple_of":
    case "unrecognized_keys":
      return {
        vi: `${place.vi} chưa đúng: ${issue.message}.`,
        en: `${place.en} is wrong: ${issue.message}.`,
      };
  }
}

function tryOther(issue: Issue, written: unknown): Said | undefined {
  const allowed =
    issue.code === "invalid_value"
      ? issue.values.map(String)
      : issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)
        ? issue.options.map(String)
        : undefined;
  if (allowed === undefined) return undefined;
  return (
    didYouMean(String(written), allowed) ?? {
      vi: `Có thể viết: ${allowed.join(", ")}.`,
      en: `Possible: ${allowed.join(", ")}.`,
    }
  );
}

const typeNames: Readonly<Record<string, string>> = {
  string: "chữ (đặt trong dấu ngoặc kép nếu toàn số)",
  number: "số",
  boolean: "true hoặc false",
  object: "một nhóm mục",
  record: "một nhóm mục",
  array: "một danh sách",
};

function valueAt(value: unknown, path: Issue["path"]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at;
}
