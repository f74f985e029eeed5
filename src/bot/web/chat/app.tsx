import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Banners } from "./banners.tsx";
import { Composer } from "./composer.tsx";
import { Conversation } from "./conversation.tsx";
import { begun, newestSeq } from "./entries.ts";
import { Header } from "./header.tsx";
import { needsTools } from "./may-do.ts";
import { Menu, type Page } from "./menu.tsx";
import { bringEnglish, bringPersonTools } from "./parts.ts";
import type { Session } from "./session.ts";
import { useLater } from "./use-later.ts";
import { useReading } from "./use-reading.ts";
import { vietnamese, type Words } from "./words.ts";

/** The whole page: who answers on top, the conversation, and the place to write at the thumb. */
export function App({ session }: { session: Session }) {
  const [shown, setShown] = useState(session.shown());
  const [page, setPage] = useState<Page>();
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    setShown(session.shown());
    return session.subscribe(() => setShown(session.shown()));
  }, [session]);

  const { language } = shown.state;
  const english = useLater(language === "en", bringEnglish);
  const words = (language === "en" ? english : undefined) ?? vietnamese;
  const tools = useLater(needsTools(shown.state), bringPersonTools);
  const reading = useReading({
    language,
    speech: shown.state.speech,
    // The conversation asks which of them, once.
    onWhich: () => session.write(words.listen),
  });
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useTitle(newestSeq(shown.entries), shown.header?.title ?? "Cầu Nối", words);

  return (
    <div class="page">
      <Header
        words={words}
        shown={shown}
        opener={opener}
        onMenu={() => setPage("menu")}
        open={page !== undefined}
      />
      <Banners words={words} shown={shown} session={session} />
      {shown.header === undefined ? (
        <main class="talk">
          <p class="opening" role="status">
            {shown.closed ?? (shown.offline ? words.openingSlow : words.opening)}
          </p>
        </main>
      ) : (
        <Conversation words={words} shown={shown} session={session} reading={reading} tools={tools}>
          {!begun(shown.entries) &&
            shown.header.beside === undefined &&
            shown.unsent.length === 0 && (
              <button type="button" class="quiet have-code" onClick={() => setPage("return")}>
                {words.haveCode}
              </button>
            )}
        </Conversation>
      )}
      <Composer words={words} shown={shown} session={session} tools={tools} />
      {page !== undefined && (
        <Menu
          words={words}
          shown={shown}
          session={session}
          tools={tools}
          page={page}
          onPage={setPage}
          onClose={() => {
            setPage(undefined);
            opener.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Says in the browser's list of windows that something came while the page was out of sight. */
function useTitle(newest: number, title: string, words: Words): void {
  const [lastSeen, setLastSeen] = useState(newest);
  useEffect(() => {
    const look = () => {
      if (!document.hidden) setLastSeen(newest);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [newest]);
  useEffect(() => {
    document.title = newest > lastSeen ? `● ${words.newTitle} – ${title}` : title;
  }, [newest, lastSeen, title, words]);
}
