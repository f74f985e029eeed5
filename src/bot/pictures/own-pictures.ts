/** Pictures that an author put in the place of drawn ones: `<file>/<screen>.png` in one folder. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";

export interface OwnPicture {
  readonly hash: string;
  bytes(): Uint8Array;
}

export interface OwnPictures {
  of(screen: string): OwnPicture | undefined;
}

/** A picture laid in the folder, taken away or changed is noticed within this time. */
const seenAfter = 5000;

/** More than this helps nobody on a weak network; the drawn picture is shown. */
const largest = 2 * 1024 * 1024;

export interface OwnPicturesOptions {
  readonly folder: string;
  now(): number;
  /** An author's picture that cannot be shown, and why. */
  refused(screen: string, why: "not-a-png" | "too-large"): void;
}

export function ownPictures({ folder, now, refused }: OwnPicturesOptions): OwnPictures {
  let found = new Map<string, Kept>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  function look(): void {
    const before = found;
    found = new Map();
    for (const screen of pngsIn(folder)) {
      const file = join(folder, `${screen}.png`);
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats === undefined) continue;
      const known = before.get(screen);
      found.set(
        screen,
        known?.stamp === stampOf(stats)
          ? known
          : { stamp: stampOf(stats), picture: read(screen, file, stats.size) },
      );
    }
  }

  function read(screen: string, file: string, size: number): OwnPicture | undefined {
    if (size > largest) {
      refused(screen, "too-large");
      return undefined;
    }
    const bytes = readFileSync(file);
    if (!bytes.subarray(0, 8).equals(pngBegins)) {
      refused(screen, "not-a-png");
      return undefined;
    }
    return {
      hash: createHash("sha256").update(bytes).digest("hex").slice(0, 16),
      bytes: () => bytes,
    };
  }

  return {
    of(screen) {
      const at = now();
      if (at - lookedAt >= seenAfter) {
        lookedAt = at;
        look();
      }
      return found.get(screen)?.picture;
    },
  };
}

interface Kept {
  readonly stamp: string;
  /** Missing while it cannot be shown. */
  readonly picture: OwnPicture | undefined;
}

const pngBegins = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const stampOf = ({ mtimeMs, size }: Stats): string => `${mtimeMs}/${size}`;

/** Names as `<file>/<screen>`; a folder that is not there holds none. */
function pngsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .flatMap((name) => /^([a-z0-9-]+\/[a-z0-9-]+)\.png$/.exec(name)?.[1] ?? []);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
