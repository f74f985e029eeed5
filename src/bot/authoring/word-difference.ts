/** Two texts beside each other: what stayed, what went, what is new. By words for people, by lines for files. */
export interface Piece {
  readonly is: "same" | "gone" | "new";
  readonly text: string;
}

/** Spaces stay with the word before them, and are no difference. */
export function wordDifference(before: string, after: string): Piece[] {
  return pieces(before.match(/\S+\s*/gu) ?? [], after.match(/\S+\s*/gu) ?? [], "");
}

/** A block of changed lines with a little around it, as files are compared everywhere. */
export function lineDifference(before: string, after: string, around = 2): string {
  const all = pieces(before.split("\n"), after.split("\n"), "\n").flatMap(({ is, text }) =>
    text.split("\n").map((line) => ({ is, line })),
  );
  const near = all.map((_, at) =>
    all.slice(Math.max(0, at - around), at + around + 1).some(({ is }) => is !== "same"),
  );
  const mark = { same: "  ", gone: "- ", new: "+ " } as const;
  return all
    .flatMap(({ is, line }, at) =>
      near[at] === true
        ? [`${mark[is]}${line}`]
        : near[at - 1] === true && near.indexOf(true, at) > 0
          ? ["  …"]
          : [],
    )
    .join("\n");
}

const same = (one: string | undefined, other: string | undefined): boolean =>
  one?.trimEnd() === other?.trimEnd();

function pieces(before: readonly string[], after: readonly string[], between: string): Piece[] {
  let start = 0;
  while (start < before.length && start < after.length && same(before[start], after[start]))
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    same(before[before.length - 1 - end], after[after.length - 1 - end])
  )
    end += 1;
  const found: Array<{ is: Piece["is"]; parts: string[] }> = [];
  const add = (is: Piece["is"], part: string): void => {
    const last = found.at(-1);
    if (last?.is === is) last.parts.push(part);
    else found.push({ is, parts: [part] });
  };
  for (const part of before.slice(0, start)) add("same", part);
  const left = before.slice(start, before.length - end);
  const right = after.slice(start, after.length - end);
  const longest = lengths(left, right);
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [one, other] = [left[l], right[r]];
    if (one !== undefined && same(one, other)) {
      add("same", one);
      l += 1;
      r += 1;
    } else if (
      one !== undefined &&
      (other === undefined || (longest[l + 1]?.[r] ?? 0) >= (longest[l]?.[r + 1] ?? 0))
    ) {
      add("gone", one);
      l += 1;
    } else {
      add("new", other ?? "");
      r += 1;
    }
  }
  for (const part of before.slice(before.length - end)) add("same", part);
  return found.map(({ is, parts }) => ({ is, text: parts.join(between) }));
}

/** `lengths[l][r]`: how much the rests from there have in common, in order. */
function lengths(left: readonly string[], right: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let l = left.length - 1; l >= 0; l -= 1) {
    const row = rows[l];
    const below = rows[l + 1];
    if (row === undefined || below === undefined) continue;
    for (let r = right.length - 1; r >= 0; r -= 1)
      row[r] = same(left[l], right[r])
        ? (below[r + 1] ?? 0) + 1
        : Math.max(below[r] ?? 0, row[r + 1] ?? 0);
  }
  return rows;
}
