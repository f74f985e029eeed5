/**
 * The push service that a browser named: any address anybody signed in likes to name, so nothing is sent to
 * an address of this house or its network, no answer is followed anywhere, and none is waited for long.
 */
import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Agent, request } from "undici";
import type { Instant } from "../../../flows/index.ts";

export type Accepted =
  | { readonly is: "accepted" }
  /** The browser will not come back: its permission was taken, or it was removed. */
  | { readonly is: "gone" }
  | { readonly is: "again"; readonly after?: Instant }
  | { readonly is: "refused"; readonly status: number };

export interface Parcel {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface PushServices {
  /** Whether a browser may name this address at all. */
  mayBe(endpoint: string): boolean;
  send(parcel: Parcel, now: Instant): Promise<Accepted>;
  close(): Promise<void>;
}

const patience = 10_000;

/** What no push service answers from. */
const ours = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  ours.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  ours.addSubnet(net, bits, "ipv6");

/** An IPv4 address inside an IPv6 one is judged as the IPv4 address it is. */
export function isOurs(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  return ours.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Judged at the moment of connecting: what a name led to when it was given may have changed. */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, "", 0);
    const first = found[0];
    if (first === undefined || found.some(({ address }) => isOurs(address)))
      return done(new Error("the address is not a public one"), "", 0);
    if (options.all === true) return done(null, found);
    return done(null, first.address, first.family);
  });
};

/** `loopback`: for tests, whose push service runs on the same machine without TLS. */
export function pushServices({ loopback }: { readonly loopback: boolean }): PushServices {
  const agent = new Agent({
    connect: { timeout: patience, ...(loopback ? {} : { lookup: publicLookup }) },
    headersTimeout: patience,
    bodyTimeout: patience,
    connections: 4,
  });
  const mayBe = (endpoint: string): boolean => {
    if (endpoint.length > 2048 || !URL.canParse(endpoint)) return false;
    const { protocol, hostname, port, username, password } = new URL(endpoint);
    if (loopback && protocol === "http:" && hostname === "127.0.0.1") return true;
    const host = hostname.replace(/^\[|\]$/g, "");
    return (
      protocol === "https:" &&
      port === "" &&
      username === "" &&
      password === "" &&
      // A name without a dot is one of this network.
      (isIP(host) === 0 ? host.includes(".") : !isOurs(host))
    );
  };
  return {
    mayBe,
    async send({ endpoint, headers, body }, now) {
      if (!mayBe(endpoint)) return { is: "gone" };
      try {
        const answer = await request(endpoint, {
          method: "POST",
          dispatcher: agent,
          signal: AbortSignal.timeout(2 * patience),
          headers: { ...headers, "content-type": "application/octet-stream" },
          body,
        });
        await answer.body.dump({ limit: 16 * 1024 });
        return meant(answer.statusCode, answer.headers["retry-after"], now);
      } catch {
        return { is: "again" };
      }
    },
    close: () => agent.destroy(),
  };
}

function meant(status: number, retryAfter: string | string[] | undefined, now: Instant): Accepted {
  if (status >= 200 && status < 300) return { is: "accepted" };
  if (status === 404 || status === 410) return { is: "gone" };
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    const asked = Number.isFinite(seconds) ? now + seconds * 1000 : Date.parse(String(retryAfter));
    return { is: "again", ...(Number.isNaN(asked) ? {} : { after: asked }) };
  }
  return { is: "refused", status };
}
