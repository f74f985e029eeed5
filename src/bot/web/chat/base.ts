const { location } = globalThis as { readonly location?: { readonly pathname: string } };

/**
 * Where this chat's own addresses begin: nowhere special, or below the link on which a draft is tried, or below
 * the one on which a propagandist sits beside somebody.
 */
export const base = /^\/(?:thu|desk\/cung)\/[^/]+/.exec(location?.pathname ?? "")?.[0] ?? "";
