import type { IncomingMessage } from "node:http";

/** A file as it came in a multipart form. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

/** The parameters of one call before they are checked. */
export interface RawParameters {
  /** Where everything is text, numbers and objects are still to be read from it. */
  readonly encoding: "json" | "text";
  readonly values: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** The whole body, or nothing when it is longer than allowed. */
export async function bodyOf(
  request: IncomingMessage,
  longest: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= longest) chunks.push(chunk);
  }
  return length <= longest ? Buffer.concat(chunks) : undefined;
}

/** Reads parameters from the address and from a JSON, urlencoded or multipart body; throws when it cannot. */
export function parametersIn(
  query: URLSearchParams,
  contentType: string,
  body: Buffer,
): RawParameters {
  const fromQuery = new Map<string, unknown>(query);
  if (body.length === 0) return { encoding: "text", values: fromQuery, files: new Map() };

  if (contentType.startsWith("application/json")) {
    const parsed: unknown = JSON.parse(body.toString("utf8"));
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
      throw new Error("the body is not a JSON object");
    }
    return {
      encoding: "json",
      values: new Map([...fromQuery, ...Object.entries(parsed)]),
      files: new Map(),
    };
  }
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    const form = new URLSearchParams(body.toString("utf8"));
    return { encoding: "text", values: new Map([...fromQuery, ...form]), files: new Map() };
  }
  if (contentType.startsWith("multipart/form-data")) {
    const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
    const mark = boundary?.[1] ?? boundary?.[2];
    if (mark === undefined) throw new Error("the multipart form names no boundary");
    const { fields, files } = formIn(body, mark);
    return { encoding: "text", values: new Map([...fromQuery, ...fields]), files };
  }
  throw new Error(`the content type "${contentType}" is not one the Bot API reads`);
}

function formIn(body: Buffer, boundary: string) {
  const fields = new Map<string, string>();
  const files = new Map<string, UploadedFile>();
  const mark = Buffer.from(`--${boundary}`);

  let start = body.indexOf(mark);
  while (start !== -1) {
    const partStart = start + mark.length;
    if (body.toString("latin1", partStart, partStart + 2) === "--") return { fields, files };
    const end = body.indexOf(Buffer.concat([Buffer.from("\r\n"), mark]), partStart);
    if (end === -1) break;

    const part = body.subarray(partStart + 2, end);
    const headEnd = part.indexOf("\r\n\r\n");
    if (headEnd === -1) throw new Error("a part of the multipart form has no head");
    const head = part.toString("utf8", 0, headEnd);
    const content = Buffer.from(part.subarray(headEnd + 4));

    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) throw new Error("a part of the multipart form has no name");
    // Some clients leave the quotes away.
    const fileName = /\bfilename=(?:"([^"]*)"|([^;\s]*))/i.exec(head);
    if (fileName === null) fields.set(name, content.toString("utf8"));
    else {
      const mimeType = /^content-type:\s*([^\r\n;]+)/im.exec(head)?.[1]?.trim();
      files.set(name, {
        fileName: fileName[1] ?? fileName[2] ?? "",
        mimeType: mimeType ?? "application/octet-stream",
        bytes: content,
      });
    }
    start = end + 2;
  }
  throw new Error("the multipart form does not end with its boundary");
}
