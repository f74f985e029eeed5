/**
 * What `desk.yaml` says and a coordinator may set otherwise; for coordinators
 *   GET  /desk/api/settings        → DeskSettings
 *   POST /desk/api/settings/PART   { value } as it was typed → DeskSettings; 400 with DeskFaults
 *   POST /desk/api/settings/PART/as-in-file  {} → DeskSettings
 */
import type { WireHours } from "./commune.ts";

export interface DeskSettingValues {
  readonly hours: readonly WireHours[];
  /** Empty: the commune has none of its own. */
  readonly telephone: string;
  readonly operator: { readonly vi: string; readonly en: string };
  readonly limits: Readonly<Record<DeskLimitName, number>>;
}
export type DeskLimitName =
  | "next-after-minutes"
  | "at-once"
  | "everyone-after-minutes"
  | "office-after-minutes"
  | "again-after-minutes"
  | "silent-claim-minutes"
  | "silence-minutes";
export type DeskSettingName = keyof DeskSettingValues;

export interface DeskSetting<Value> {
  readonly now: Value;
  readonly inFile: Value;
  /** Missing while the file's own value holds. */
  readonly set?:
    | {
        readonly by: string;
        readonly at: number;
        /** The file says something else than when this was set. */
        readonly fileChanged: boolean;
      }
    | undefined;
}

/** One change of a part, as it was made. */
export interface DeskSettingChange {
  readonly part: DeskSettingName;
  /** Missing: given back to the file. */
  readonly value?: DeskSettingValues[DeskSettingName];
  readonly by: string;
  readonly at: number;
}

export interface DeskSettings {
  readonly parts: {
    readonly [Name in DeskSettingName]: DeskSetting<DeskSettingValues[Name]>;
  };
  /** Given to residents while the commune has no number of its own. */
  readonly telephoneInstead?: string | undefined;
  /** Each limit with the least and the most it may be. */
  readonly bounds: Readonly<
    Record<DeskLimitName, { readonly least: number; readonly most: number }>
  >;
  /** Newest first. */
  readonly changes: readonly DeskSettingChange[];
}

/** Beside the fields they are of, in the words of whoever asked. */
export interface DeskFaults {
  readonly faults: ReadonlyArray<{ readonly field: string; readonly says: string }>;
}
