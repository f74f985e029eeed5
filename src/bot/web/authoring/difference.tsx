import type { ChangeLine } from "../wire/authoring.ts";
import { useHand } from "./in-hand.ts";
import type { Words } from "./words.ts";

/** What changed, place by place, word by word. */
export function Differences({
  changes,
  discard,
}: {
  readonly changes: readonly ChangeLine[];
  readonly discard?: ((change: ChangeLine) => void) | undefined;
}) {
  const { words } = useHand();
  return (
    <ul class="differences">
      {changes.map((change) => (
        <li key={JSON.stringify([change.path, change.place])} class="paper">
          <h3>
            {change.where}
            {change.step !== undefined && <span class="soft"> · {change.step}</span>}
          </h3>
          <p class="soft">
            {change.picture ? words.pictureChanged : roleName(change.role, words)}
            {change.how !== "changed" && ` · ${words[change.how]}`}
          </p>
          {change.words.map(({ language, pieces }) => (
            <p key={language ?? ""} lang={language} class="compared">
              {pieces.map(({ is, text }, at) =>
                is === "same" ? (
                  text
                ) : is === "gone" ? (
                  <del key={at}>{text}</del>
                ) : (
                  <ins key={at}>{text}</ins>
                ),
              )}
            </p>
          ))}
          {discard !== undefined && (
            <button type="button" class="quiet" onClick={() => discard(change)}>
              {words.takeBack}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function roleName(role: string, words: Words): string {
  const parts = role.split(" ");
  const last = parts[parts.length - 1] ?? "";
  const key =
    parts[0] === "choices"
      ? "choice"
      : parts[0] === "troubles" && last === "says"
        ? "trouble"
        : last;
  return words.roles[key] ?? (role === "" ? "" : role);
}

/** For whoever knows the files: their lines, behind a fold. */
export function FileDifferences({
  files,
}: {
  readonly files: ReadonlyArray<{ readonly path: string; readonly difference: string }>;
}) {
  const { words } = useHand();
  if (files.length === 0) return null;
  return (
    <details class="files">
      <summary>{words.yaml}</summary>
      {files.map(({ path, difference }) => (
        <section key={path}>
          <h3>{path}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <pre tabIndex={0}>{difference}</pre>
        </section>
      ))}
    </details>
  );
}
