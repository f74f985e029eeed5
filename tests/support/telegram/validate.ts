import { readFileSync } from "node:fs";
import type { RawParameters, UploadedFile } from "./request.ts";

/** An object with named fields, as the Bot API's documentation lists them. */
interface Shape {
  readonly fields: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  readonly constants?: Readonly<Record<string, string>>;
}

interface Specification {
  readonly methods: Readonly<Record<string, Shape & { readonly returns: string }>>;
  readonly types: Readonly<Record<string, Shape | { readonly anyOf: readonly string[] }>>;
}

const specification = JSON.parse(
  readFileSync(new URL("../bot-api.json", import.meta.url), "utf8"),
) as Specification;

/** The files of multipart forms have no fields of their own. */
const UPLOAD = "InputFile";

/** Read by the real server though the documentation no longer names them. */
const STILL_READ: Readonly<Record<string, string>> = {
  reply_to_message_id: "Integer",
  allow_sending_without_reply: "Boolean",
  disable_web_page_preview: "Boolean",
};

/** telegraf writes this key into every button; the real server ignores it. */
const IGNORED_FIELDS: Readonly<Record<string, string>> = {
  InlineKeyboardButton: "hide",
  KeyboardButton: "hide",
};

/** The method as the documentation spells it, whatever its case in the address. */
export function methodNamed(name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.keys(specification.methods).find((method) => method.toLowerCase() === wanted);
}

/** The values of a call in the types the documentation gives them, and everything that is wrong with it. */
export function checkedParameters(
  method: string,
  raw: RawParameters,
): { readonly values: ReadonlyMap<string, unknown>; readonly problems: readonly string[] } {
  const shape = specification.methods[method];
  if (shape === undefined) throw new Error(`${method} is not in the specification`);

  const values = new Map<string, unknown>();
  const problems: string[] = [];
  for (const [name, value] of raw.values) {
    // telegraf repeats the method in the forms of uploads; in a webhook's answer it has to stand.
    if (name === "method" && String(value).toLowerCase() === method.toLowerCase()) continue;
    const legacy = method.startsWith("send") ? STILL_READ[name] : undefined;
    const type = shape.fields[name] ?? legacy;
    if (type === undefined) problems.push(`unknown parameter "${name}"`);
    else values.set(name, read(value, type, raw.encoding));
  }
  const attached = new Set(attachmentsIn([...values.values()]));
  for (const name of raw.files.keys()) {
    if (attached.has(name)) continue;
    if (shape.fields[name]?.includes(UPLOAD) === true) values.set(name, `attach://${name}`);
    else problems.push(`file part "${name}" belongs to no parameter`);
  }
  for (const name of attached) {
    if (!raw.files.has(name)) problems.push(`"attach://${name}" names no part of the form`);
  }
  for (const name of shape.required) {
    if (!values.has(name)) problems.push(`required parameter "${name}" is missing`);
  }
  for (const [name, value] of values) {
    problems.push(...problemsOf(value, shape.fields[name] ?? STILL_READ[name] ?? "", name));
  }
  return { values, problems };
}

/** The uploaded file a parameter points to, if it points to one. */
export function uploadNamed(
  value: unknown,
  files: ReadonlyMap<string, UploadedFile>,
): UploadedFile | undefined {
  const name = typeof value === "string" ? /^attach:\/\/(.+)$/.exec(value)?.[1] : undefined;
  return name === undefined ? undefined : files.get(name);
}

/** Everything wrong with what the emulator is about to answer. */
export function problemsOfResult(method: string, result: unknown): readonly string[] {
  const shape = specification.methods[method];
  return shape === undefined ? [] : problemsOf(result, shape.returns, "result");
}

/** Everything wrong with an update the emulator is about to send. */
export function problemsOfUpdate(update: unknown): readonly string[] {
  return problemsOf(update, "Update", "update");
}

/** Text becomes what the type asks for where the real server would read it so. */
function read(value: unknown, type: string, encoding: RawParameters["encoding"]): unknown {
  if (typeof value !== "string") return value;
  const kinds = alternativesOf(type);
  if (kinds.includes("Integer") && /^-?\d+$/.test(value)) {
    return encoding === "text" || kinds.includes("String") ? Number(value) : value;
  }
  if (kinds.includes("String") || kinds.includes(UPLOAD)) return value;
  if (encoding === "text" && kinds.some((kind) => kind === "Boolean" || kind === "True")) {
    return ["true", "1", "yes"].includes(value.toLowerCase());
  }
  if (encoding === "text" && kinds.includes("Float")) return Number(value);
  if (!kinds.some((kind) => kind.startsWith("Array of") || specification.types[kind])) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function attachmentsIn(value: unknown): readonly string[] {
  if (typeof value === "string") {
    const name = /^attach:\/\/(.+)$/.exec(value)?.[1];
    return name === undefined ? [] : [name];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(attachmentsIn);
}

function alternativesOf(type: string): readonly string[] {
  return type.startsWith("Array of ") ? [type] : type.split(" or ");
}

function problemsOf(value: unknown, type: string, path: string): readonly string[] {
  const alternatives = alternativesOf(type).map((kind) => problemsOfKind(value, kind, path));
  // The alternative that fits best is the one the caller meant.
  return alternatives.sort((a, b) => a.length - b.length)[0] ?? [];
}

function problemsOfKind(value: unknown, kind: string, path: string): readonly string[] {
  const unless = (fits: boolean) => (fits ? [] : [`"${path}" is not of type ${kind}`]);
  switch (kind) {
    case "Integer":
      return unless(Number.isSafeInteger(value));
    case "Float":
      return unless(typeof value === "number" && Number.isFinite(value));
    case "String":
    case UPLOAD:
      return unless(typeof value === "string");
    case "Boolean":
      return unless(typeof value === "boolean");
    case "True":
      return unless(value === true);
  }
  if (kind.startsWith("Array of ")) {
    if (!Array.isArray(value)) return unless(false);
    const item = kind.slice("Array of ".length).replaceAll(/, | and /g, " or ");
    return value.flatMap((each, index) => problemsOf(each, item, `${path}[${index}]`));
  }
  const described = specification.types[kind];
  // A plain text is read as a button that sends it.
  if (kind === "KeyboardButton" && typeof value === "string") return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return unless(kind === "RichText" && typeof value === "string");
  }
  if (described === undefined) return [];
  return "anyOf" in described
    ? problemsOfMember(value, kind, described.anyOf, path)
    : problemsOfObject(value, kind, described, path);
}

function problemsOfMember(value: object, kind: string, members: readonly string[], path: string) {
  const candidates = members.filter((member) => member !== kind);
  const meant = candidates.filter((member) => {
    const shape = specification.types[member];
    const type = shape !== undefined && "fields" in shape ? shape.constants?.["type"] : undefined;
    return type !== undefined && "type" in value && value.type === type;
  });
  const tried = (meant.length > 0 ? meant : candidates).map((member) =>
    problemsOfKind(value, member, path),
  );
  return tried.sort((a, b) => a.length - b.length)[0] ?? [];
}

function problemsOfObject(value: object, kind: string, shape: Shape, path: string) {
  const problems: string[] = [];
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const [name, field] of fields) {
    if (IGNORED_FIELDS[kind] === name) continue;
    const type = shape.fields[name];
    const constant = shape.constants?.[name];
    if (type === undefined) problems.push(`unknown field "${path}.${name}"`);
    else if (constant !== undefined && field !== constant) {
      problems.push(`"${path}.${name}" is not "${constant}"`);
    } else problems.push(...problemsOf(field, type, `${path}.${name}`));
  }
  for (const name of shape.required) {
    if (!fields.has(name)) problems.push(`required field "${path}.${name}" is missing`);
  }
  return problems;
}
