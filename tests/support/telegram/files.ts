import { createHash } from "node:crypto";

/** What a file was sent as; a file id can only be used again as the same kind. */
export type FileKind = "photo" | "voice" | "audio" | "video" | "document" | "sticker";

/** A file on the emulator's shelf. */
export interface StoredFile {
  readonly id: string;
  /** The same bytes have the same unique id. */
  readonly uniqueId: string;
  readonly kind: FileKind;
  readonly bytes: Buffer;
  readonly fileName: string | undefined;
  readonly mimeType: string;
  /** Where it can be fetched below /file/bot<token>/. */
  readonly path: string;
}

const FOLDERS: Readonly<Record<FileKind, string>> = {
  photo: "photos",
  voice: "voice",
  audio: "music",
  video: "videos",
  document: "documents",
  sticker: "stickers",
};

const ENDINGS: Readonly<Record<FileKind, string>> = {
  photo: "jpg",
  voice: "oga",
  audio: "mp3",
  video: "mp4",
  document: "bin",
  sticker: "webp",
};

/** Every file that was ever sent, by either side. */
export class Files {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();

  /** Keeps a file and gives it an id of its own. */
  keep(
    kind: FileKind,
    bytes: Buffer,
    described: { readonly fileName?: string | undefined; readonly mimeType: string },
  ): StoredFile {
    const number = this.#byId.size + 1;
    const hash = createHash("sha256").update(bytes).digest("base64url");
    const ending = /\.(\w+)$/.exec(described.fileName ?? "")?.[1] ?? ENDINGS[kind];
    const file: StoredFile = {
      id: `${kind}-${number}-${hash.slice(0, 24)}`,
      uniqueId: hash.slice(0, 15),
      kind,
      bytes,
      fileName: described.fileName,
      mimeType: described.mimeType,
      path: `${FOLDERS[kind]}/file_${number}.${ending}`,
    };
    this.#byId.set(file.id, file);
    this.#byPath.set(file.path, file);
    return file;
  }

  /** A thumbnail stands for its picture. */
  withId(id: string): StoredFile | undefined {
    return this.#byId.get(id.replace(/-thumbnail$/, ""));
  }

  atPath(path: string): StoredFile | undefined {
    return this.#byPath.get(path);
  }
}
