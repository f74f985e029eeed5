import { useState } from "preact/hooks";
import type { FactLine } from "../wire/authoring.ts";
import { sayOf, useHand } from "./in-hand.ts";
import { edit, write } from "./server.ts";

/** A source that is not on the list yet: its name, where it is, and when it was read; the fact then names it. */
export function NewSource({
  path,
  fact,
  saved,
}: {
  readonly path: string;
  readonly fact: FactLine;
  readonly saved: () => void;
}) {
  const { words, notify, touched } = useHand();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [url, setUrl] = useState("");
  const [read, setRead] = useState(today());

  async function add(): Promise<void> {
    try {
      const { id } = await write<{ readonly id: string }>("source", {
        title,
        read,
        ...(url.trim() === "" ? {} : { url: url.trim() }),
      });
      const place = [fact.id, "source"];
      await edit({ path, place, before: fact.source, after: id });
      setOpen(false);
      setTitle("");
      setUrl("");
      saved();
      touched();
    } catch (error) {
      notify(sayOf(error, words));
    }
  }

  return (
    <details
      class="new-source"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{words.addSource}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          <span>{words.sourceTitle}</span>
          <input
            required
            maxLength={400}
            value={title}
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        </label>
        <label>
          <span>{words.sourceUrl}</span>
          <input
            type="url"
            maxLength={500}
            placeholder="https://"
            value={url}
            onInput={({ currentTarget }) => setUrl(currentTarget.value)}
          />
        </label>
        <label>
          <span>{words.sourceRead}</span>
          <input
            type="date"
            required
            max={today()}
            value={read}
            onInput={({ currentTarget }) => setRead(currentTarget.value)}
          />
        </label>
        <button type="submit" class="side-button">
          {words.sourceUse}
        </button>
      </form>
    </details>
  );
}

/** In Vietnam, whatever the machine's own clock is set to. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
