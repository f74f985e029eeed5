/** Where this chat's own addresses begin: nowhere special, or below the link on which a draft is tried. */
export const base =
  typeof location === "undefined" ? "" : (/^\/thu\/[^/]+/.exec(location.pathname)?.[0] ?? "");
