import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import type { CommuneView } from "../../wire/commune.ts";
import { useHand } from "../in-hand.ts";
import { read, write } from "../server.ts";
import { type CommuneWords, communeWords } from "./words.ts";

export interface Commune {
  readonly view: CommuneView;
  readonly says: CommuneWords;
  /** Changes something and shows the commune as it is then; false when it was refused, which has been said. */
  act(path: string, body: object): Promise<boolean>;
  refresh(): void;
}

export const CommuneContext = createContext<Commune | undefined>(undefined);

export function useCommune(): Commune {
  const commune = useContext(CommuneContext);
  if (commune === undefined) throw new Error("this part is drawn only on the coordinator's page");
  return commune;
}

const lookEvery = 30_000;

/** The commune as the server sees it, looked at again whenever a case moves, and now and then. */
export function useLiveCommune(): {
  readonly commune: Commune | undefined;
  /** Why the last change was refused: said on the sheet, which covers the page. */
  readonly refused: string | undefined;
} {
  const { desk, me } = useHand();
  const [view, setView] = useState<CommuneView>();
  const [refused, setRefused] = useState<string>();
  const { cases } = desk.shown;
  const refresh = useCallback(() => {
    read<CommuneView>("commune").then(setView, (error: unknown) =>
      desk.notify(desk.sayOf(error), true),
    );
  }, [desk]);
  useEffect(refresh, [refresh, cases]);
  useEffect(() => {
    const timer = setInterval(refresh, lookEvery);
    return () => clearInterval(timer);
  }, [refresh]);

  if (view === undefined) return { commune: undefined, refused };
  const act = async (path: string, body: object): Promise<boolean> => {
    try {
      setView(await write<CommuneView>(path, body));
      setRefused(undefined);
      return true;
    } catch (error) {
      setRefused(desk.sayOf(error));
      return false;
    }
  };
  return { commune: { view, act, refresh, says: communeWords(me.language) }, refused };
}
