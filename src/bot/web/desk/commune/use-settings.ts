import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DeskSettings } from "../../wire/settings.ts";

interface Given {
  readonly settings: DeskSettings;
  readonly show: (settings: DeskSettings) => void;
}
export const SettingsContext = createContext<Given | undefined>(undefined);

/** The settings as the server told them last. */
export function useSettings(): Given {
  const given = useContext(SettingsContext);
  if (given === undefined) throw new Error("drawn only among the commune's settings");
  return given;
}
