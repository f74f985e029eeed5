/** The real program in a process of its own, started as people start it, to be used, read and killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { aTempFolder, atEnd } from "../at-end.ts";
import { type OwnPort, ownPort } from "../own-port.ts";
import "./published.ts";

const tree = fileURLToPath(new URL("../../..", import.meta.url));
const program = join(tree, "src/bot/start.mjs");
/** Shared by all processes of all tests: compiling the program is half of its start. */
const compileCache = join(tmpdir(), "cau-noi-compile-cache");
/** A sign that it hangs, not a measure: on a busy machine a start takes its time. */
const patience = 120_000;

type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** The settings of this machine must not reach the program. */
function cleanEnvironment(settings: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:PORT|HOST|PUBLIC_URL|DATABASE_URL|CONTENT_DIR|LOG_LEVEL|TELEGRAM_|ZALO_)/.test(name),
  );
  return { ...Object.fromEntries(kept), NODE_COMPILE_CACHE: compileCache, ...settings };
}

/** One command from its start to its end; `typed` is what somebody types as soon as it has said something. */
export async function runCommand(
  argv: readonly string[],
  settings: Environment,
  typed?: (said: string) => string,
  /** It is killed when this resolves, unless it has ended. */
  until?: Promise<unknown>,
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: tree,
    env: cleanEnvironment(settings),
    stdio: [typed === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  const read = readerOf(child);
  if (typed !== undefined)
    child.stdout?.once("data", (said: string) => void child.stdin?.write(typed(said)));
  void until?.then(() => child.kill("SIGKILL"));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, out: read.out(), err: read.err() };
}

function readerOf(child: ChildProcess) {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return { out: () => out, err: () => err };
}

/** The program on one database, through all its lives. */
export class ServerProcess {
  readonly folder: string;
  readonly #settings: Environment;
  #child: ChildProcess | undefined;
  #own: OwnPort | undefined;
  #before = "";
  #read: ReturnType<typeof readerOf> | undefined;
  /** How often it was started: which life this is. */
  lives = 0;

  /** On other content than what ships, or on a database of another's, it begins from nothing; else where `begun` says. */
  constructor(
    settings: Environment = {},
    begun: "published" | "empty" = "CONTENT_DIR" in settings || "DATABASE_URL" in settings
      ? "empty"
      : "published",
  ) {
    this.folder = aTempFolder();
    atEnd(() => this.remove());
    this.#settings = {
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: `sqlite:${this.databaseFile}`,
      ...settings,
    };
    if (begun === "published") copyFileSync(inject("publishedToday"), this.databaseFile);
  }

  get databaseFile(): string {
    return join(this.folder, "cau-noi.db");
  }

  get settings(): Environment {
    return this.#settings;
  }

  /** Where it listens, the same in all its lives: between two of them nobody answers there. */
  get url(): string {
    return `http://127.0.0.1:${this.#own?.port ?? this.#settings["PORT"]}`;
  }

  /** Everything it wrote in this and all earlier lives. */
  get log(): string {
    return this.#before + this.#written();
  }

  /** What it wrote since its last start. */
  get logOfThisLife(): string {
    return this.#written();
  }

  /** The one-time link it printed in this life, if it did. */
  get signInCode(): string | undefined {
    return /\/desk#in=([a-z0-9]+)/.exec(this.#written())?.[1];
  }

  #written(): string {
    return this.#read === undefined ? "" : this.#read.out() + this.#read.err();
  }

  /** Starts it and leaves it alone. */
  async launch(): Promise<void> {
    if (this.#settings["PORT"] === "0") this.#own ??= await ownPort();
    if (this.#child !== undefined) throw new Error("it runs already");
    this.#before += this.#written();
    this.lives += 1;
    const child = spawn(process.execPath, [program, "start"], {
      cwd: tree,
      env: cleanEnvironment({
        ...this.#settings,
        ...(this.#own === undefined ? {} : { PORT: String(this.#own.port) }),
      }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#read = readerOf(child);
    this.#child = child;
  }

  /** Resolves when it listens; rejects with all it said when it ends instead. */
  async start(): Promise<void> {
    await this.launch();
    await this.listening();
  }

  async listening(): Promise<void> {
    const child = this.#child;
    if (child === undefined) throw new Error("it was not started");
    const until = Date.now() + patience;
    for (;;) {
      if (/residents open:\s+http/.test(this.#written())) return;
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
        throw new Error(`it does not listen:\n${this.#written()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** SIGKILL; resolves when the process is gone and all it said has been read. */
  async kill9(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** SIGTERM, and how it ended. */
  async stop(): Promise<Ended> {
    return await this.#end("SIGTERM");
  }

  async restart(): Promise<void> {
    await this.kill9();
    await this.start();
  }

  async #end(signal: NodeJS.Signals): Promise<Ended> {
    const child = this.#child;
    if (child === undefined) return { code: null, signal: null, out: "", err: "" };
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, "close");
      child.kill(signal);
      await closed;
    }
    this.#child = undefined;
    const { out = () => "", err = () => "" } = this.#read ?? {};
    return { code: child.exitCode, signal: child.signalCode, out: out(), err: err() };
  }

  /** Another command on the same database, beside it or while it is down. */
  async command(...argv: readonly string[]): Promise<Ended> {
    return await runCommand(argv, this.#settings);
  }

  /** Ends what still runs and takes its folder away. */
  async remove(): Promise<void> {
    await this.#end("SIGKILL");
    this.#own?.giveBack();
    this.#own = undefined;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A running server; it is removed when its test file ends, or before. */
export async function startServerProcess(settings: Environment = {}): Promise<ServerProcess> {
  const server = new ServerProcess(settings);
  await server.start();
  return server;
}
