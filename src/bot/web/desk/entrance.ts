/** What the part of the address behind # asks for. Codes never reach the server in an address. */
export type Entrance =
  | { readonly to: "sign-in"; readonly by: "link" | "invitation"; readonly code: string }
  | { readonly to: "case"; readonly id: string }
  | { readonly to: "lists" };

export function entranceOf(fragment: string): Entrance {
  const [, name, value] = /^#(in|join|case)=(.+)$/.exec(fragment) ?? [];
  if (name === undefined || value === undefined) return { to: "lists" };
  const plain = decoded(value);
  if (name === "case") return { to: "case", id: plain };
  return { to: "sign-in", by: name === "in" ? "link" : "invitation", code: plain };
}

/** The code in what somebody typed or pasted: often the whole link, or the code with spaces around. */
export function codeIn(typed: string): string {
  const text = typed.trim();
  const entrance = entranceOf(text.slice(Math.max(0, text.indexOf("#"))));
  return entrance.to === "sign-in" ? entrance.code : text;
}

export const fragmentOfCase = (id: string): string => `#case=${encodeURIComponent(id)}`;

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // a stray % is part of the code
  }
}
