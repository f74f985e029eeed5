/**
 * What the page keeps on the phone until the server has it. A phone may refuse any of these
 * (private windows, some in-app browsers); then it is kept in memory, as long as the page lives.
 */

import { base } from "./base.ts";
import type { Content, Unsent } from "./outbox.ts";
import { written } from "./outbox.ts";

/** What waits in a trial of a draft is never sent to anybody else. */
const prefix = `cn-unsent${base}:`;
const memory = new Map<string, string>();

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? memory.get(name);
  } catch {
    return memory.get(name); // storage is closed to us here
  }
}

function write(name: string, value: string | undefined): void {
  memory.delete(name);
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    if (value !== undefined) memory.set(name, value); // full, or closed to us
  }
}

/** One row each, so that two windows on the same phone do not overwrite each other's. */
export function keepUnsent({ key, at, seen, content }: Unsent): void {
  write(prefix + key, JSON.stringify({ key, at, seen, content }));
}

export function forgetUnsent(key: string): void {
  write(prefix + key, undefined);
  void media("readwrite", (store) => store.delete(key));
  mediaInMemory.delete(key);
}

/** What an earlier life of this page left unsent, in the order written. */
export function keptUnsent(): Unsent[] {
  const kept: Unsent[] = [];
  for (const name of names()) {
    if (name.slice(0, prefix.length) !== prefix) continue;
    try {
      const row = JSON.parse(read(name) ?? "") as Partial<Unsent>;
      if (typeof row.key !== "string" || row.content === undefined) throw new TypeError();
      kept.push(written(row.key, row.content as Content, row.seen ?? 0, row.at ?? 0));
    } catch {
      write(name, undefined); // not something this page wrote
    }
  }
  return kept.sort((a, b) => a.at - b.at);
}

function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

export interface Media {
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

const mediaInMemory = new Map<string, Media>();

export async function keepMedia(key: string, kept: Media): Promise<void> {
  mediaInMemory.set(key, kept);
  await media("readwrite", (store) => store.put(kept, key));
}

export async function keptMedia(key: string): Promise<Media | undefined> {
  return mediaInMemory.get(key) ?? (await media<Media>("readonly", (store) => store.get(key)));
}

/** Never rejects: without a database the bytes live in memory only. */
function media<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  return new Promise((done) => {
    const nothing = () => done(undefined);
    try {
      const opening = indexedDB.open("cau-noi", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("media");
      opening.onerror = nothing;
      opening.onblocked = nothing;
      opening.onsuccess = () => {
        try {
          const transaction = opening.result.transaction("media", mode);
          const request = act(transaction.objectStore("media"));
          transaction.oncomplete = () => {
            opening.result.close();
            done(request.result as T | undefined);
          };
          transaction.onerror = nothing;
          transaction.onabort = nothing;
        } catch {
          nothing();
        }
      };
    } catch {
      nothing();
    }
  });
}

export type Letters = 0 | 1 | 2;

export function keptLetters(): Letters {
  const kept = Number(read("cn-letters") ?? "0");
  return kept === 1 || kept === 2 ? kept : 0;
}

export function keepLetters(letters: Letters): void {
  write("cn-letters", String(letters));
}

/** One window may show several people's pages after each other. */
const draftName = `cn-draft${base}`;

/** What is typed and not yet sent; lives as long as the window. */
export function keptDraft(): string {
  try {
    return sessionStorage.getItem(draftName) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(draftName);
    else sessionStorage.setItem(draftName, text);
  } catch {
    // Nothing to do: the draft is still in the box.
  }
}

/** A key no other phone will make; old browsers and plain http lack randomUUID. */
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join("");
}
