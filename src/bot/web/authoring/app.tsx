import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Overview } from "../wire/authoring.ts";
import { GuidePage } from "./guide.tsx";
import { HistoryPage } from "./history.tsx";
import { Hand, type InHand } from "./in-hand.ts";
import { FactsPage, GuideList, PhrasesPage } from "./lists.tsx";
import { ReviewPage } from "./review.tsx";
import { Refusal, read } from "./server.ts";
import { en, vi } from "./words.ts";

/** The whole page: the parts on top, below them what the address names. */
export function App() {
  const [overview, setOverview] = useState<Overview>();
  const [refused, setRefused] = useState<{ readonly status: number; readonly says: string }>();
  const [notice, setNotice] = useState<string>();
  const [hash, setHash] = useState(location.hash.slice(1));
  const language = overview?.me.language ?? "vi";
  const words = language === "en" ? en : vi;

  const look = useCallback(async () => {
    try {
      setOverview(await read<Overview>("overview"));
      setRefused(undefined);
    } catch (error) {
      setRefused({
        status: error instanceof Refusal ? error.status : 0,
        says: (error instanceof Refusal ? error.says : undefined) ?? vi.lost,
      });
    }
  }, []);
  useEffect(() => {
    void look();
    const follow = () => {
      setHash(location.hash.slice(1));
      setNotice(undefined);
      scrollTo(0, 0);
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [look]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Cầu Nối, ${words.title.toLowerCase()}`;
  }, [language, words]);

  const name = overview?.me.name ?? "";
  const hand = useMemo<InHand>(
    () => ({ words, language, name, notify: setNotice, touched: () => void look() }),
    [words, language, name, look],
  );

  if (overview === undefined) {
    return (
      <main class="outside" aria-busy={refused === undefined}>
        <h1>{words.title}</h1>
        <p role="status">{refused?.says ?? words.opening}</p>
        {refused !== undefined && refused.status !== 401 && refused.status !== 403 && (
          <button type="button" class="main-button" onClick={() => void look()}>
            {words.again}
          </button>
        )}
        {refused !== undefined && <a href="/desk">{words.signIn}</a>}
      </main>
    );
  }
  const others = [...new Set(overview.others.map((one) => one.name))].join(", ");
  return (
    <Hand.Provider value={hand}>
      <header class="top">
        <p class="top-name">
          <strong>{words.title}</strong> <span>{overview.commune}</span>
        </p>
        <a class="quiet" href="/desk">
          {words.toDesk}
        </a>
        <nav aria-label={words.tabs}>
          {(["guides", "facts", "phrases", "review", "history"] as const).map((part) => (
            <a
              key={part}
              href={`#${part}`}
              aria-current={partOf(hash) === part ? "page" : undefined}
            >
              {words.tab[part]}
              {part === "review" && overview.draft.files > 0 && (
                <b class="count">{overview.draft.files}</b>
              )}
            </a>
          ))}
        </nav>
      </header>
      {notice !== undefined && (
        <p class="notice" role="alert">
          {notice}
        </p>
      )}
      <main class="content">
        {(hash === "" || hash === "guides") && (
          <p class="draft-line" role="status">
            {overview.draft.files === 0
              ? words.noDraft
              : words.draftHas(overview.draft.files, overview.draft.by.join(", "))}{" "}
            {others !== "" && words.others(others)}
          </p>
        )}
        <Part hash={hash} overview={overview} />
      </main>
    </Hand.Provider>
  );
}

const partOf = (hash: string): string =>
  /^(?:facts|phrases|review|history)(?=\/\d|$)/.exec(hash)?.[0] ?? "guides";

function Part({ hash, overview }: { readonly hash: string; readonly overview: Overview }) {
  const [, path, step] = /^((?:flows|fragments)\/[a-z0-9-]+\.yaml)(?:\/(.+))?$/.exec(hash) ?? [];
  if (path !== undefined) return <GuidePage key={path} path={path} step={step} />;
  switch (partOf(hash)) {
    case "facts":
      return <FactsPage />;
    case "phrases":
      return <PhrasesPage />;
    case "review":
      return <ReviewPage />;
    case "history":
      return <HistoryPage open={/^history\/(\d+)$/.exec(hash)?.[1]} />;
  }
  return <GuideList overview={overview} />;
}
