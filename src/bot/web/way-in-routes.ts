/** `GET /di/<code>`: one link for every phone. It offers the channels there are, and remembers who it is from. */
import type { FastifyInstance } from "fastify";
import { openings } from "../desk/village-links.ts";
import { spokenWayIn, wayInCodeIn } from "../ids.ts";
import type { Store } from "../store/store.ts";

/** Tells the chat page, opened next, which way somebody came. */
export const wayInCookie = "cn_di";
/** Long enough to read a poster's page and press; the code says no more than a village. */
const remembered = 60 * 60;

export interface WayInOptions {
  readonly commune: string;
  readonly store: Pick<Store, "wayIn" | "channels" | "setting">;
  /** Whose machine it is. */
  operator(): string;
  readonly secure: boolean;
}

export function wayInRoutes(app: FastifyInstance, options: WayInOptions): void {
  app.get("/di-style.css", (_request, reply) =>
    reply
      .header("content-type", "text/css; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .send(style),
  );
  app.get<{ Params: { code: string } }>("/di/:code", (request, reply) => {
    const code = wayInCodeIn(request.params.code);
    const known = code !== undefined && options.store.wayIn(options.commune, code) !== undefined;
    if (code === undefined || !known) return reply.redirect("/");
    reply.setCookie(wayInCookie, `di-${code}`, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: options.secure,
      maxAge: remembered,
    });
    const open = openings(options.store, options.commune, code);
    // Nothing to choose between.
    if (open.zalo === null && open.telegram === null) return reply.redirect("/");
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(page(options.operator(), spokenWayIn(code), open));
  });
}

function page(
  operator: string,
  code: string,
  { zalo, telegram }: ReturnType<typeof openings>,
): string {
  const opens = (href: string, says: string, kind: string): string =>
    `<li><a class="${kind}" href="${escaped(href)}">${says}</a></li>`;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Máy giúp làm giấy tờ</title>
<link rel="stylesheet" href="/di-style.css">
</head>
<body>
<main>
<h1>Máy giúp làm giấy tờ</h1>
<p>${escaped(operator)}</p>
<p>Nhắn ở đâu cũng được. Chọn một chỗ: <span lang="en">Choose where to talk.</span></p>
<ul>
${zalo === null ? "" : opens(zalo, "Nhắn bằng Zalo", "first")}
${opens("/", "Nhắn ngay trên trang này", zalo === null ? "first" : "")}
${telegram === null ? "" : opens(telegram, "Nhắn bằng Telegram", "")}
</ul>
${zalo === null ? "" : `<p>Vào Zalo rồi thì gõ mã này trước: <strong>${escaped(code)}</strong> <span lang="en">In Zalo, type this code first.</span></p>`}
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? "");

const style = `:root { color-scheme: light dark; font: 125%/1.5 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 30rem; margin: 0 auto; padding: 1.25rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0.5rem 0; }
ul { list-style: none; margin: 1.25rem 0; padding: 0; display: grid; gap: 0.75rem; }
a { display: block; padding: 0.9rem 1rem; min-height: 1.6rem; border-radius: 0.8rem; text-align: center; font-weight: 600; text-decoration: none; color: CanvasText; border: 2px solid currentColor; }
a.first { background: #0b57d0; border-color: #0b57d0; color: #fff; }
a:focus-visible { outline: 3px solid #e8710a; outline-offset: 3px; }
strong { font-size: 1.3em; white-space: nowrap; }
[lang="en"] { display: block; font-size: 0.8em; opacity: 0.85; }
`;
