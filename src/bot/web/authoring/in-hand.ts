import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import { Refusal, read } from "./server.ts";
import type { Words } from "./words.ts";

export interface InHand {
  readonly words: Words;
  readonly language: "vi" | "en";
  readonly name: string;
  /** One line for the person, until the next. */
  notify(says: string): void;
  /** The draft changed: what is said about it above must be read again. */
  touched(): void;
}

export const Hand = createContext<InHand | undefined>(undefined);

export function useHand(): InHand {
  const hand = useContext(Hand);
  if (hand === undefined) throw new Error("drawn outside of the page");
  return hand;
}

/** What the server has under this path, read again on demand; the last one stays while it is read. */
export function useRead<T>(path: string): {
  readonly is: T | undefined;
  readonly says: string | undefined;
  again(): Promise<void>;
} {
  const { words } = useHand();
  const [is, setIs] = useState<{ readonly path: string; readonly body: T }>();
  const [says, setSays] = useState<string>();
  const again = useCallback(async () => {
    try {
      const body = await read<T>(path);
      setIs({ path, body });
      setSays(undefined);
    } catch (error) {
      setSays((error instanceof Refusal ? error.says : undefined) ?? words.lost);
    }
  }, [path, words]);
  useEffect(() => void again(), [again]);
  return { is: is?.path === path ? is.body : undefined, says, again };
}

export const sayOf = (error: unknown, words: Words): string =>
  (error instanceof Refusal ? error.says : undefined) ?? words.lost;
