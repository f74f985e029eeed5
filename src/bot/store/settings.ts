/** The house's own settings and secrets. */

export interface SettingStore {
  /** A secret made at first need and kept: the cookies' key. */
  secret(name: string, fresh: () => string): string;
  setting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
  /** Changes it only while it still says `from` (`undefined`: while there is none), whoever else may be at it. */
  changeSetting(name: string, from: string | undefined, to: string): boolean;
}
