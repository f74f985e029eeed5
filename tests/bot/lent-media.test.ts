import { readFileSync } from "node:fs";
import { fastify } from "fastify";
import { expect, test } from "vitest";
import { m4aOf } from "../../src/bot/conversations/media/aac-adts.ts";
import { lentLinks, lentRoutes } from "../../src/bot/web/lent-media.ts";
import type { MediaId } from "../../src/flows/index.ts";
import { pdf } from "../support/documents.ts";

const day = 24 * 60 * 60 * 1000;
const AAC = readFileSync(new URL("../support/media/tone.aac", import.meta.url));
const document = { id: "m2" as MediaId, type: "application/pdf", bytes: pdf() };
const media = { id: "m1" as MediaId, type: "audio/mp4", bytes: m4aOf(AAC) };

function aHouse() {
  let now = Date.UTC(2026, 10, 22, 5);
  const options = {
    store: {
      media: (id: MediaId) => [media, document].find((one) => one.id === id) as never,
      recording: () => undefined,
    },
    secret: "chi-de-thu",
    clock: { now: () => now, sleep: async () => {} },
    pictureOf: async (screen: string, language: string) =>
      screen === "portal/home"
        ? { bytes: Buffer.from(language), type: "image/png", alt: "", hash: "" }
        : undefined,
    publicUrl: "https://xa.example.vn",
    webRoot: () => "http://192.168.1.2:8080",
  };
  const app = fastify();
  lentRoutes(app, options);
  const get = (address: string, headers: Record<string, string> = {}) =>
    app.inject({ url: address.replace(/^https?:\/\/[^/]+/, ""), headers });
  return {
    links: lentLinks(options),
    options,
    document,
    get,
    passes: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test("what is lent is had under its address, and nothing else is", async () => {
  const { links, get } = aHouse();
  const screen = links.screen("portal/home", "en");

  expect(screen).toMatch(/^https:\/\/xa\.example\.vn\/hinh\/[\w.-]+\.png$/);
  expect((await get(screen)).body).toBe("en");
  expect((await get(links.media(media))).rawPayload.equals(media.bytes)).toBe(true);
  const aac = await get(links.aac(media.id));
  expect(aac.headers["content-type"]).toBe("audio/aac");
  expect(aac.rawPayload.equals(AAC)).toBe(true);
  const [, payload = "", signature = ""] = /hinh\/([\w-]+)\.([\w-]+)/.exec(screen) ?? [];
  const other = Buffer.from("m|m1|999999999").toString("base64url");
  for (const name of [`${other}.${signature}`, `${payload}.${"A".repeat(43)}`, payload, "x"]) {
    expect((await get(`/hinh/${name}.png`)).statusCode).toBe(404);
  }
  expect((await get(links.screen("portal/gone", "vi"))).statusCode).toBe(404);
});

test("a document is opened by another program, and says only of what kind it is", async () => {
  const { links, get, document } = aHouse();

  const address = links.media(document);
  const lent = await get(address);

  expect(address).toMatch(/\.pdf$/);
  expect(lent.rawPayload.equals(document.bytes)).toBe(true);
  expect(lent.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": 'attachment; filename="tep.pdf"',
  });
});

test("an address runs out", async () => {
  const { links, get, passes } = aHouse();
  const address = links.media(media);

  passes(2 * day);
  expect((await get(address)).statusCode).toBe(200);
  passes(2 * day);
  expect((await get(address)).statusCode).toBe(404);
});

test("an iPhone may ask for a part of a recording", async () => {
  const { links, get } = aHouse();

  const part = await get(links.media(media), { range: "bytes=4-7" });

  expect(part.statusCode).toBe(206);
  expect(part.body).toBe("ftyp");
  expect(part.headers["content-range"]).toBe(`bytes 4-7/${media.bytes.length}`);
  expect((await get(links.media(media), { range: "bytes=999999-" })).statusCode).toBe(416);
});

test("who only asks whether it is there is told; an address altered by a letter opens nothing", async () => {
  const { links, get, options } = aHouse();
  const address = links.media(media);
  const app = fastify();
  lentRoutes(app, options);

  const asked = await app.inject({ method: "HEAD", url: new URL(address).pathname });
  expect(asked.statusCode).toBe(200);
  expect(asked.body).toBe("");
  expect(asked.headers["accept-ranges"]).toBe("bytes");

  const { pathname } = new URL(address);
  const until = "/hinh/".length + 3;
  for (const at of [until, pathname.length - 10]) {
    const other = pathname[at] === "A" ? "B" : "A";
    const altered = `${pathname.slice(0, at)}${other}${pathname.slice(at + 1)}`;
    expect((await get(altered)).statusCode, altered).toBe(404);
    expect((await app.inject({ method: "HEAD", url: altered })).statusCode).toBe(404);
  }
  // The last letters of a file, and nonsense, bring it whole: that is allowed, and breaks no player.
  for (const range of ["bytes=-4", "bytes=x", "lines=1-2"])
    expect((await get(address, { range })).rawPayload.equals(media.bytes)).toBe(true);
});

test("without a public address links lead to this machine, and no platform is sent there", () => {
  const { options } = aHouse();
  const links = lentLinks({ ...options, publicUrl: undefined });

  expect(links.public).toBe(false);
  expect(links.media(media)).toMatch(/^http:\/\/192\.168\.1\.2:8080\/hinh\//);
});
