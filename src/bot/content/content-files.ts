/** The files of `content/` as they are read: a folder's, or a folder's with a draft laid over it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ContentFiles {
  /** Undefined where there is no such file; `path` lies below `content/`. */
  read(path: string): string | undefined;
  /** Paths of the YAML files right in this folder, in their order. */
  yamlIn(folder: string): string[];
}

/** Every file a publication is made of, and nothing else that lies about in the folder. */
const published =
  /^(?:desk\.yaml|(?:flows|fragments|facts|phrases|screens|places|understanding)\/[a-z0-9-]+\.yaml|pictures\/[a-z0-9-]+\/[a-z0-9-]+\.png)$/;

export const isPublished = (path: string): boolean => published.test(path);

export function filesOfFolder(dir: string): ContentFiles {
  return {
    read(path) {
      const file = join(dir, path);
      return existsSync(file) ? readFileSync(file, "utf8") : undefined;
    },
    yamlIn(folder) {
      const path = join(dir, folder);
      if (!existsSync(path)) return [];
      return readdirSync(path)
        .filter((name) => name.endsWith(".yaml"))
        .toSorted()
        .map((name) => `${folder}/${name}`);
    },
  };
}

/** `over`: what stands in a file instead; undefined where the file is taken away. */
export function overlaid(
  files: ContentFiles,
  over: ReadonlyMap<string, string | undefined>,
): ContentFiles {
  return {
    read: (path) => (over.has(path) ? over.get(path) : files.read(path)),
    yamlIn(folder) {
      const names = new Set(files.yamlIn(folder));
      for (const [path, text] of over) {
        if (!path.startsWith(`${folder}/`) || !path.endsWith(".yaml")) continue;
        if (text === undefined) names.delete(path);
        else names.add(path);
      }
      return [...names].toSorted();
    },
  };
}

/** The bytes of everything that is published from this folder, by path. */
export function publishedBytes(dir: string): Map<string, Buffer> {
  if (!existsSync(dir)) return new Map();
  const paths = readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter(isPublished)
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(dir, path))]));
}
