/** What stays on this phone. Some in-app browsers refuse storage: then it lasts as long as the page. */
const memory = new Map<string, string>();
const prefix = "cn-desk:";

export function keep(name: string, value: string): void {
  memory.set(name, value);
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Full or forbidden; memory has it.
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

export function forget(name: string): void {
  memory.delete(name);
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // Forbidden storage holds nothing.
  }
}

export function keptUnder(start: string): readonly string[] {
  const names = new Set([...memory.keys()].filter((name) => name.startsWith(start)));
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const name = localStorage.key(i) ?? "";
      if (name.startsWith(prefix + start)) names.add(name.slice(prefix.length));
    }
  } catch {
    // Forbidden storage holds nothing.
  }
  return [...names].sort();
}
