import { useState } from "preact/hooks";
import type { DeskCard } from "../wire/cases.ts";
import { Row } from "./case-row.tsx";
import { useHand } from "./in-hand.ts";
import { read } from "./server.ts";

/** Finds a case one may read: by where, about what, or a word of a note. */
export function Search() {
  const { desk, words } = useHand();
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly DeskCard[]>();
  const [says, setSays] = useState<string>();

  const look = async () => {
    setSays(undefined);
    setFound(undefined);
    const wanted = query.trim();
    if (wanted === "") return;
    try {
      setFound(await read<DeskCard[]>(`search?q=${encodeURIComponent(wanted)}`));
    } catch (error) {
      setSays(desk.sayOf(error));
    }
  };

  return (
    <section class="search">
      <form
        class="copied"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label>
          <span>{words.search}</span>
          <input
            type="search"
            maxLength={100}
            placeholder={words.searchHint}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </label>
        <button type="submit" class="side-button">
          {words.searchGo}
        </button>
      </form>
      <div role="status">
        {says !== undefined && <p class="says">{says}</p>}
        {found?.length === 0 && <p class="empty">{words.searchNothing}</p>}
        {found !== undefined && found.length > 0 && (
          <ul class="rows">
            {found.map((card) => (
              <Row key={card.id} card={card} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
