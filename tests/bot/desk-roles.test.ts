/** Who may do what at the desk: a table of roles × routes, and ways in that end at once. */
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DeskRoutesOptions } from "../../src/bot/web/desk-door.ts";
import { deskRoutes } from "../../src/bot/web/desk-routes.ts";
import type { CommuneView } from "../../src/bot/web/wire/commune.ts";
import { BrowserLike } from "../support/process/browser-like.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";

let server: ServerProcess;
let coordinator: DeskWorker;
const root = () => server.url;
const header = { "x-cau-noi": "desk" };

beforeAll(async () => {
  server = await startServerProcess();
  coordinator = new DeskWorker(root);
  expect((await coordinator.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterAll(() => server.remove());

const ranks = ["propagandist", "author", "manager", "coordinator"] as const;
type Rank = (typeof ranks)[number];

async function joined(rank: Rank, name = `Người ${rank} (mẫu)`): Promise<DeskWorker> {
  const invited = await coordinator.post<{ code: string }>(
    "/desk/api/invitations",
    { name, role: "vai (mẫu)", rank, village: "na-khau" },
    header,
  );
  const who = new DeskWorker(root);
  expect((await who.signIn(invited.body.code)).status).toBe(200);
  return who;
}

const commune = async () => (await coordinator.get<CommuneView>("/desk/api/commune")).body;

interface Route {
  readonly method: "get" | "post";
  readonly path: string;
  readonly expected: Readonly<Record<Rank, number>>;
  readonly body?: object;
  /** Not 401, where nobody is told whether there is such a thing. */
  readonly stranger?: number;
}

/**
 * Without a rank: they let somebody in or out, say to a page that is open what changed, or are the page to print,
 * which leads whoever may not have it back to the desk.
 */
const doors = new Set([
  "GET /desk/in",
  "GET /desk/in.css",
  "GET /desk/in.js",
  "POST /desk/api/sign-in",
  "POST /desk/api/sign-out",
  "GET /desk/api/stream",
  "GET /desk/api/push",
  "POST /desk/api/push",
  "POST /desk/api/push/remove",
  "POST /desk/api/away",
]);

/** Every route, with what each rank gets; nobody signed in always gets 401. */
const table: readonly Route[] = (() => {
  const only = (allowed: readonly Rank[], ok: number) =>
    Object.fromEntries(ranks.map((rank) => [rank, allowed.includes(rank) ? ok : 403])) as Readonly<
      Record<Rank, number>
    >;
  const all = only(ranks, 200);
  const coordinators = (ok: number) => only(["coordinator"], ok);
  const helpers = (ok: number) => only(["propagandist", "coordinator"], ok);
  const readers = only(["manager", "coordinator"], 200);
  return [
    { method: "get", path: "/desk/api/me", expected: all },
    { method: "get", path: "/desk/api/cases", expected: all },
    { method: "get", path: "/desk/api/cases/nothing", expected: only(ranks, 404) },
    {
      method: "get",
      path: "/desk/api/visits",
      expected: helpers(200),
    },
    { method: "get", path: "/desk/api/push", expected: all },
    { method: "post", path: "/desk/api/push", expected: only(ranks, 400), body: {} },
    { method: "post", path: "/desk/api/push/remove", expected: all, body: {} },
    { method: "post", path: "/desk/api/away", expected: all, body: {} },
    { method: "get", path: "/desk/api/alarms", expected: coordinators(200) },
    { method: "get", path: "/desk/api/commune", expected: coordinators(200) },
    { method: "post", path: "/desk/api/people", expected: coordinators(400), body: {} },
    { method: "post", path: "/desk/api/people/nobody", expected: coordinators(404), body: {} },
    {
      method: "post",
      path: "/desk/api/people/nobody/invite",
      expected: coordinators(404),
      body: {},
    },
    {
      method: "post",
      path: "/desk/api/people/nobody/sign-out",
      expected: coordinators(404),
      body: {},
    },
    {
      method: "post",
      path: "/desk/api/people/nobody/leave",
      expected: coordinators(404),
      body: {},
    },
    { method: "post", path: "/desk/api/groups", expected: coordinators(400), body: {} },
    {
      method: "post",
      path: "/desk/api/groups/nothing/remove",
      expected: coordinators(200),
      body: {},
    },
    { method: "get", path: "/desk/api/settings", expected: coordinators(200) },
    { method: "post", path: "/desk/api/settings/nothing", expected: coordinators(400), body: {} },
    {
      method: "post",
      path: "/desk/api/settings/hours/as-in-file",
      expected: coordinators(200),
      body: {},
    },
    { method: "post", path: "/desk/api/villages-beside", expected: coordinators(400), body: {} },
    { method: "post", path: "/desk/api/invitations", expected: coordinators(400), body: {} },
    {
      method: "post",
      path: "/desk/api/invitations/nothing/end",
      expected: coordinators(200),
      body: {},
    },
    {
      method: "post",
      path: "/desk/api/cases/nothing/assign",
      expected: coordinators(404),
      body: { key: "12345678", to: "nobody" },
    },
    { method: "get", path: "/desk/api/online-use?month=2026-11", expected: readers },
    {
      method: "post",
      path: "/desk/api/dossiers",
      expected: readers,
      body: { month: "2026-10", of: { is: "all" }, counter: 12 },
    },
    ...[
      "figures",
      "load",
      "month",
      "stuck",
      "ways",
      "online-use",
      "villages-fields",
      "dossiers",
    ].map(
      (name): Route => ({
        method: "get",
        path: `/desk/api/${name}.csv?month=2026-11`,
        expected: readers,
      }),
    ),
    { method: "get", path: "/desk/api/answers", expected: helpers(200) },
    { method: "post", path: "/desk/api/answers", expected: helpers(200), body: {} },
    { method: "get", path: "/desk/api/colleagues", expected: helpers(200) },
    { method: "get", path: "/desk/api/search?q=nothing", expected: helpers(200) },
    { method: "get", path: "/desk/api/my-month", expected: all },
    { method: "get", path: "/desk/api/beside", expected: all },
    { method: "post", path: "/desk/api/beside", expected: helpers(400), body: {} },
    { method: "get", path: "/desk/api/media/nothing", expected: only(ranks, 404), stranger: 404 },
    { method: "get", path: "/desk/api/faces/nothing", expected: only(ranks, 404), stranger: 404 },
    { method: "get", path: "/desk/api/readings", expected: all },
    { method: "get", path: "/desk/api/readings/nothing", expected: only(ranks, 404) },
    { method: "post", path: "/desk/api/readings", expected: only(ranks, 400), body: {} },
    {
      method: "post",
      path: "/desk/api/readings/nothing/remove",
      expected: all,
      body: {},
    },
    { method: "post", path: "/desk/api/readings/remove-mine", expected: all, body: {} },
    // Answered with why it was not done, as a case that is somebody else's is.
    {
      method: "post",
      path: "/desk/api/cases/nothing/acts",
      expected: all,
      body: { key: "12345678", act: "claim" },
    },
    {
      method: "post",
      path: "/desk/api/cases/nothing/media?key=12345678&kind=photo",
      expected: only(ranks, 400),
      body: {},
    },
    { method: "post", path: "/desk/api/me", expected: all, body: {} },
    { method: "post", path: "/desk/api/me/photo", expected: only(ranks, 400), body: {} },
    { method: "post", path: "/desk/api/me/photo/remove", expected: all, body: {} },
    { method: "post", path: "/desk/api/ways", expected: helpers(200), body: {} },
    { method: "post", path: "/desk/api/ways/village", expected: coordinators(400), body: {} },
    { method: "post", path: "/desk/api/ways/nothing/end", expected: helpers(404), body: {} },
    { method: "get", path: "/desk/api/ways/nothing/the.svg", expected: helpers(404) },
    { method: "get", path: "/desk/api/figures?month=2026-11", expected: readers },
  ];
})();

describe("roles and routes", () => {
  const signed = new Map<Rank, DeskWorker>();
  beforeAll(async () => {
    for (const rank of ranks) signed.set(rank, await joined(rank));
  });

  test("every route of the desk is in the table", () => {
    const app = Fastify();
    const routes: string[] = [];
    app.addHook("onRoute", ({ method, url }) => {
      if (method !== "HEAD") routes.push(`${String(method)} ${url}`);
    });
    // Nothing is asked of them: only where they stand is looked at.
    deskRoutes(app, {} as DeskRoutesOptions);

    const covered = (route: string): boolean =>
      table.some(({ method, path }) => {
        const pattern = route.replaceAll(/:[a-z]+/g, "[^/]+").replaceAll(".", "\\.");
        return new RegExp(`^${pattern}$`).test(`${method.toUpperCase()} ${path.split("?")[0]}`);
      });
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter((route) => !doors.has(route) && !covered(route))).toEqual([]);
  });

  test.each(table)(
    "$method $path",
    async ({ method, path, expected, body = {}, stranger = 401 }) => {
      const ask = (who: BrowserLike) =>
        method === "get" ? who.get(path) : who.post(path, body, header);

      expect((await ask(new BrowserLike(root))).status).toBe(stranger);
      for (const rank of ranks) {
        const who = signed.get(rank);
        if (who === undefined) throw new Error(rank);
        expect([rank, (await ask(who)).status]).toEqual([rank, expected[rank]]);
      }
    },
  );
});

describe("ways in", () => {
  test("an invitation works once, and not after it was ended", async () => {
    const invited = await coordinator.invite({ name: "Chị Lan (mẫu)", role: "thôn (mẫu)" });
    const open = (await commune()).invitations.find(({ name }) => name === "Chị Lan (mẫu)");
    await coordinator.post(`/desk/api/invitations/${open?.id ?? ""}/end`, {}, header);

    const late = await new DeskWorker(root).signIn(invited.body.code);

    expect(late.status).toBe(410);
    expect((await commune()).invitations.some(({ id }) => id === open?.id)).toBe(false);
  });

  test("a lost telephone is out at once, and a new invitation brings the same person back", async () => {
    const lost = await joined("propagandist", "Anh Tú (mẫu)");
    const me = (await lost.me()).body;

    await coordinator.post(`/desk/api/people/${me.id}/sign-out`, {}, header);

    expect((await lost.get("/desk/api/cases")).status).toBe(401);
    expect((await commune()).people.find(({ id }) => id === me.id)?.duty).toBe(false);
    const again = await coordinator.post<{ code: string }>(
      `/desk/api/people/${me.id}/invite`,
      {},
      header,
    );
    const fresh = new DeskWorker(root);
    expect((await fresh.signIn(again.body.code)).status).toBe(200);
    expect((await fresh.me()).body.id).toBe(me.id);
  });

  test("who has left is out, cannot come back by an old invitation, and is on no list", async () => {
    const who = await joined("propagandist", "Anh Cường (mẫu)");
    const me = (await who.me()).body;
    const invited = await coordinator.post<{ code: string }>(
      `/desk/api/people/${me.id}/invite`,
      {},
      header,
    );

    await coordinator.post(`/desk/api/people/${me.id}/leave`, {}, header);

    expect((await who.get("/desk/api/me")).status).toBe(401);
    expect((await new DeskWorker(root).signIn(invited.body.code)).status).toBe(410);
    expect((await commune()).people.some(({ id }) => id === me.id)).toBe(false);
  });

  test("a coordinator cannot take their own rank away", async () => {
    const { id } = (await coordinator.me()).body;
    const answer = await coordinator.post(
      `/desk/api/people/${id}`,
      { rank: "propagandist" },
      header,
    );
    expect(answer.status).toBe(409);
  });
});

describe("people", () => {
  test("sample people of the content stand on the list and are not called", async () => {
    const listed = (await commune()).people.filter(({ joined: isIn }) => !isIn);
    expect(listed.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Cô Hoa (mẫu)", "Anh Páo (mẫu)", "Chị Mai (mẫu)"]),
    );
    expect(listed.every(({ onDuty }) => !onDuty)).toBe(true);
  });

  test("hours, absences, groups and languages are kept as they were given", async () => {
    const change = {
      form: "co",
      groups: ["women"],
      knows: ["justice", "tra-cuu-ho-so"],
      speaks: ["vi", "tay"],
      hours: [
        { days: [1, 2], from: "07:00", until: "11:00" },
        { days: [1, 2], from: "13:30", until: "17:00" },
        { days: [0], from: "19:00", until: "20:30" },
      ],
      absences: [
        { on: "lunar", days: [1, 15], why: "rằm" },
        { on: "days", from: "2026-12-01", until: "2026-12-03" },
      ],
    };
    await coordinator.post("/desk/api/people", { name: "Hiền (mẫu)", role: "Hội (mẫu)" }, header);
    const added = (await commune()).people.find(({ name }) => name === "Hiền (mẫu)");
    await coordinator.post(`/desk/api/people/${added?.id ?? ""}`, change, header);

    const kept = (await commune()).people.find(({ id }) => id === added?.id);

    expect(kept).toMatchObject({ ...change, shown: "Cô Hiền (mẫu)", joined: false });
  });

  test.each([
    ["hours-wrong", { hours: [{ days: [1], from: "11:00", until: "07:00" }] }],
    ["hours-wrong", { hours: [{ days: [], from: "07:00", until: "11:00" }] }],
    ["absence-wrong", { absences: [{ on: "days", from: "2026-12-03", until: "2026-12-01" }] }],
    ["absence-wrong", { absences: [{ on: "lunar", days: [31] }] }],
    ["name-or-role-missing", { name: "  " }],
  ])("what is wrong is named (%s), and nothing is changed", async (error, change) => {
    const { id } = (await coordinator.me()).body;
    const before = (await commune()).people.find((p) => p.id === id);

    const answer = await coordinator.post(`/desk/api/people/${id}`, change, header);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error });
    expect((await commune()).people.find((p) => p.id === id)).toEqual(before);
  });

  test("a group has a name in each language, and a new one never takes the place of another", async () => {
    const given = { id: "nong-dan", says: { vi: "Hội Nông dân", en: "Farmers" }, villages: [] };
    const made = await coordinator.post("/desk/api/groups", { ...given, fresh: true }, header);
    const again = await coordinator.post(
      "/desk/api/groups",
      { ...given, says: { vi: "Hội nông dân", en: "Others" }, fresh: true },
      header,
    );
    const changed = { ...given, says: { vi: "Hội Nông dân xã", en: "Farmers' Union" } };
    await coordinator.post("/desk/api/groups", changed, header);

    expect([made.status, again.status]).toEqual([200, 409]);
    expect(again.body).toMatchObject({ error: "group-known" });
    const kept = (await commune()).groups.find((g) => g.id === "nong-dan");
    expect(kept).toEqual(changed);
  });
});
