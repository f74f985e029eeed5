/** Starts a server in a process of its own, to be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("server-child.ts", import.meta.url));

export interface Child {
  /** Everything it has said so far, line by line. */
  readonly lines: readonly string[];
  /** Resolves with the first line, or with nothing when the process ends without one. */
  readonly firstLine: Promise<string | undefined>;
  /** SIGKILL, and waits until the process is gone and everything it said has been read. */
  kill(): Promise<void>;
  readonly ended: Promise<void>;
}

export function startChild(path: string, mode: "commit" | "hold"): Child {
  const child: ChildProcess = spawn(process.execPath, [script, path, mode], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "cau-noi-compile-cache") },
  });
  const lines: string[] = [];
  let rest = "";
  let heard: (line: string | undefined) => void = () => {};
  const firstLine = new Promise<string | undefined>((resolve) => {
    heard = resolve;
  });
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const parts = `${rest}${text}`.split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    if (lines.length > 0) heard(lines[0]);
  });
  const ended = once(child, "close").then(() => heard(undefined));
  return {
    lines,
    firstLine,
    ended,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
