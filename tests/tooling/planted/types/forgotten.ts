// Planted: one promise nobody waits for, one handed to a caller that will not wait, one kind forgotten.

async function send(text: string): Promise<void> {
  if (text === "") throw new Error("nothing to send");
}

export function forgetsToWait(): void {
  send("xin chào");
}

export function handsOnAPromise(lines: readonly string[]): void {
  lines.forEach(async (line) => {
    await send(line);
  });
}

export function forgetsAKind(kind: "press" | "words"): string {
  switch (kind) {
    case "press":
      return "nút";
  }
  return "";
}
