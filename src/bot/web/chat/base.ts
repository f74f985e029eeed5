const { location } = globalThis as { readonly location?: { readonly pathname: string } };

/** Where this chat's own addresses begin: nowhere special, or below the link on which a draft is tried. */
export const base = /^\/thu\/[^/]+/.exec(location?.pathname ?? "")?.[0] ?? "";
