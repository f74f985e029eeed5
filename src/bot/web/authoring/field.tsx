import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Complaint, Edited, Place, Value } from "../wire/authoring.ts";
import { useHand } from "./in-hand.ts";
import { edit, Refusal } from "./server.ts";

/** Typing rests so long before it is written into the draft. */
const restFor = 900;

type Text = { readonly [key: string]: string };
type Saving = "still" | "typing" | "saving" | "saved" | "lost";

/** One place of one file: its parts beside each other, what is wrong with them, and whether they are saved. */
export function Field({
  path,
  place,
  label,
  parts,
  now,
  base,
  by,
  complaints = [],
  saved,
}: {
  readonly path: string;
  readonly place: Place;
  readonly label: string;
  /** What the parts are called; one without a key is a plain value. */
  readonly parts: ReadonlyArray<{
    readonly key: string;
    readonly says: string;
    readonly type?: "date";
    /** Chosen from these, not typed. */
    readonly oneOf?: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  }>;
  readonly now?: Value | undefined;
  readonly base?: Value | undefined;
  readonly by?: string | undefined;
  readonly complaints?: readonly Complaint[];
  readonly saved: () => void;
}) {
  const { words, touched } = useHand();
  const id = useId();
  /** What stands on the server as far as we know. */
  const known = useRef<Value | undefined>(now);
  const [text, setText] = useState<Text>(partsOf(now));
  const [saving, setSaving] = useState<Saving>("still");
  const [theirs, setTheirs] = useState<{ readonly now: Value | undefined; readonly by: string }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef(text);
  writing.current = text;

  // Somebody else's words arrive where nothing is being written here.
  useEffect(() => {
    if (saving === "typing" || saving === "saving" || saving === "lost" || theirs !== undefined)
      return;
    known.current = now;
    setText(partsOf(now));
  }, [JSON.stringify(now)]);

  async function save(before: Value | undefined = known.current): Promise<void> {
    const after = writtenIn(writing.current);
    if (same(after, before) && before === known.current) {
      setSaving("still");
      return;
    }
    setSaving("saving");
    try {
      await edit({ path, place, before: before ?? null, after: after ?? null });
      known.current = after;
      setTheirs(undefined);
      if (same(writtenIn(writing.current), after)) setSaving("saved");
      saved();
      touched();
    } catch (error) {
      const body =
        error instanceof Refusal
          ? (error.body as Partial<Edited> & { by?: string; now?: Value | null })
          : {};
      if (error instanceof Refusal && error.status === 409 && body.outcome === "someone-else") {
        setTheirs({ now: body.now ?? undefined, by: body.by ?? "?" });
        setSaving("still");
        return;
      }
      setSaving("lost");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), 5000);
    }
  }

  function change(key: string, value: string): void {
    const next = { ...writing.current, [key]: value };
    writing.current = next;
    setText(next);
    setSaving("typing");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), restFor);
  }

  function put(value: Value | undefined): void {
    writing.current = partsOf(value);
    setText(writing.current);
    void save();
  }

  const differs = !same(now, base);
  return (
    <fieldset class={`field${differs ? " differs" : ""}`}>
      <legend>{label}</legend>
      <div class="parts">
        {parts.map(({ key, says, type, oneOf }) => (
          <label key={key} for={`${id}${key}`}>
            <span class={parts.length === 1 ? "for-ears" : ""}>{says}</span>
            {oneOf !== undefined ? (
              <select
                id={`${id}${key}`}
                value={text[key] ?? ""}
                onChange={({ currentTarget }) => change(key, currentTarget.value)}
              >
                {!oneOf.some((one) => one.id === text[key]) && (
                  <option value={text[key] ?? ""}>{words.noSource}</option>
                )}
                {oneOf.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
              </select>
            ) : type === "date" ? (
              <input
                id={`${id}${key}`}
                type="date"
                value={text[key] ?? ""}
                onInput={({ currentTarget }) => change(key, currentTarget.value)}
              />
            ) : (
              <textarea
                id={`${id}${key}`}
                lang={key === "en" ? "en" : "vi"}
                rows={Math.max(2, Math.ceil((text[key] ?? "").length / 28))}
                value={text[key] ?? ""}
                aria-describedby={complaints.length > 0 ? `${id}says` : undefined}
                onInput={({ currentTarget }) => change(key, currentTarget.value)}
                onBlur={() => {
                  if (saving !== "typing") return;
                  clearTimeout(timer.current);
                  void save();
                }}
              />
            )}
          </label>
        ))}
      </div>
      <div id={`${id}says`} aria-live="polite">
        <Complaints of={complaints} />
        {saving !== "still" && saving !== "typing" && (
          <p class="state">
            {saving === "saving" ? words.saving : saving === "saved" ? words.saved : words.notSaved}
          </p>
        )}
      </div>
      {theirs !== undefined && (
        <div class="conflict" role="alert">
          <p>{words.someone(theirs.by)}</p>
          <blockquote>{Object.values(partsOf(theirs.now)).join(" / ")}</blockquote>
          <button
            type="button"
            class="side-button"
            onClick={() => {
              known.current = theirs.now;
              void save(theirs.now);
            }}
          >
            {words.useMine}
          </button>
          <button
            type="button"
            class="side-button"
            onClick={() => {
              known.current = theirs.now;
              writing.current = partsOf(theirs.now);
              setText(writing.current);
              setTheirs(undefined);
            }}
          >
            {words.useTheirs}
          </button>
        </div>
      )}
      {differs && base !== undefined && (
        <details class="was">
          <summary>
            {words.was}
            {by !== undefined && <span class="soft"> · {by}</span>}
          </summary>
          {Object.values(partsOf(base)).map((part) => (
            <p key={part}>{part}</p>
          ))}
          <button type="button" class="quiet" onClick={() => put(base)}>
            {words.takeBack}
          </button>
        </details>
      )}
    </fieldset>
  );
}

export function Complaints({ of }: { readonly of: readonly Complaint[] }) {
  return (
    <>
      {of.map(({ says, tries, error }) => (
        <p key={says} class={error ? "wrong" : "doubtful"}>
          {says} {tries}
        </p>
      ))}
    </>
  );
}

const partsOf = (value: Value | undefined): Text =>
  value === undefined ? {} : typeof value === "string" ? { value } : { ...value };

/** Two empty languages are no text at all. */
function writtenIn(text: Text): Value | undefined {
  if ("value" in text) return (text["value"] ?? "").trim();
  const [vi, en] = [(text["vi"] ?? "").trim(), (text["en"] ?? "").trim()];
  return vi === "" && en === "" ? undefined : { vi, en };
}

const sorted = (value: Value | undefined): string =>
  typeof value === "object"
    ? JSON.stringify(Object.entries(value).sort())
    : JSON.stringify(value ?? null);
const same = (one: Value | undefined, other: Value | undefined): boolean =>
  sorted(one) === sorted(other);
