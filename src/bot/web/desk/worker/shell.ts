/**
 * What the desk needs to open without a network: its page, its script, its style. Nothing else is ever kept
 * here, neither an answer of the server nor anybody's words.
 */

/** Written in by the build: everything of one build, and a name that changes with any of it. */
declare const builtShell: { readonly version: string; readonly files: readonly string[] };

const page = "/desk";
const assets = "/desk-assets/";
const prefix = "cau-noi-desk-";
const shell = builtShell;
const own = prefix + shell.version;

/** On a weak network the page kept here is better than a white screen. */
const patience = 4000;

/** Whether a page that runs this script is of the build kept here. */
export const holds = (script: string): boolean => shell.files.includes(script);

export async function keepShell(): Promise<void> {
  const cache = await caches.open(own);
  await cache.addAll([page, ...shell.files].map((file) => new Request(file, { cache: "reload" })));
}

export async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Nothing for a request that is none of ours: it then goes to the server as if nobody stood between. */
export function fromShell(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return undefined;
  if (request.mode === "navigate") return pathname === page ? thePage(request) : undefined;
  return pathname.startsWith(assets) ? anAsset(request) : undefined;
}

/** The server's newest page wherever the server can be reached in time. */
async function thePage(request: Request): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    if (answer.status < 500) return answer;
    return (await kept(page)) ?? answer;
  } catch {
    return (await kept(page)) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

async function anAsset(request: Request): Promise<Response> {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

async function kept(file: string): Promise<Response | undefined> {
  return (await caches.open(own)).match(file);
}
