/**
 * What a propagandist does with a case
 *   POST /desk/api/cases/ID/acts    DeskAct → DeskActed
 *   POST /desk/api/cases/ID/media?key=K&kind=photo|voice|file&name=N?   raw bytes → DeskActed
 *   POST /desk/api/cases/ID/assign  { key, to, note? } → DeskActed; coordinators only
 */

export type DeskAct =
  | { readonly key: string; readonly act: "claim" }
  | { readonly key: string; readonly act: "release"; readonly note?: string }
  | {
      readonly key: string;
      readonly act: "say";
      readonly text: string;
      /** The sequence of the line it answers. */
      readonly answers?: number;
    }
  /** The step stood on, or another one, with picture and voice. */
  | { readonly key: string; readonly act: "show"; readonly step?: string }
  | { readonly key: string; readonly act: "which-screen" }
  | { readonly key: string; readonly act: "invite"; readonly to: string }
  | { readonly key: string; readonly act: "recall"; readonly turn: number }
  | { readonly key: string; readonly act: "note"; readonly text: string }
  | { readonly key: string; readonly act: "ask"; readonly text: string }
  /** A coordinator's; `question` is the key of the remark answered. */
  | {
      readonly key: string;
      readonly act: "answer";
      readonly question: string;
      readonly text: string;
    }
  | { readonly key: string; readonly act: "read"; readonly seq: number }
  /** This desk has everything up to there, on the screen or not. */
  | { readonly key: string; readonly act: "reached"; readonly seq: number }
  | {
      readonly key: string;
      readonly act: "hand-back";
      readonly outcome: "still-here" | "finished" | "needs-paper" | "in-person" | "unreached";
      readonly text?: string;
    }
  | {
      readonly key: string;
      readonly act: "hand-back";
      readonly outcome: "done-up-to";
      readonly step: string;
    }
  | {
      readonly key: string;
      readonly act: "hand-back";
      readonly outcome: "meet";
      readonly day: string;
      readonly hour: string;
      readonly place: string;
    };

export type DeskActed =
  /** `says`: what becomes of it, where there is more to say than that it was done. */
  | { readonly ok: true; readonly says?: string }
  /** `says` is for the propagandist: who was faster, why a message was stopped. */
  | {
      readonly ok: false;
      readonly reason: "taken" | "not-yours" | "closed" | "stopped" | "unknown";
      readonly says: string;
    };
