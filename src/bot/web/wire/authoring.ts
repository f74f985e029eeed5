/**
 * What passes between the server and the page on which officers write guides, `/desk/soan` (cookie `cn_desk`,
 * for authors and coordinators; every POST carries `x-cau-noi: desk`). Types only. Below `/desk/api/authoring/`:
 *   GET  overview                     → Overview
 *   GET  guide?path=P&step=S          → Guide; says that this officer looks at step S now
 *   GET  facts · phrases              → FactFile[] · PhraseLine[]
 *   POST edit                         Edit → Edited; 409 with what stands there when somebody else wrote meanwhile
 *   POST source                       { title, url?, read } → { id }; a new source of facts
 *   POST picture?screen=F/S           PNG or JPEG → {}; picture-remove { screen } → {}
 *   GET  review                       → Review
 *   POST settle                       { path, place, keep } → {}
 *   POST discard                      { path?, place? } → {}; without a path the whole draft
 *   POST publish                      { mark } → PublishedDraft
 *   POST try                          {} → TryLink; 409 while the draft has errors
 *   GET  history · history/N          → HistoryLine[] · HistoryEntry
 *   POST restore                      { position, replace } → {}; 409 while there is a draft, unless it may be replaced
 */
export type Place = ReadonlyArray<string | number>;
export interface Words {
  readonly vi: string;
  readonly en: string;
}
export interface Approval {
  readonly name: string;
  readonly on: string;
}
export type Value = string | Words | Approval;

export interface Complaint {
  readonly says: string;
  readonly tries?: string | undefined;
  readonly error: boolean;
}

export interface Overview {
  readonly me: { readonly name: string; readonly language: "vi" | "en" };
  readonly commune: string;
  readonly guides: readonly GuideLine[];
  readonly draft: DraftState;
  /** Who else writes just now, and where. */
  readonly others: readonly Present[];
}

export interface DraftState {
  readonly files: number;
  readonly by: readonly string[];
  readonly conflicts: number;
  readonly errors: number;
}

export interface Present {
  readonly name: string;
  readonly path: string;
  readonly step?: string | undefined;
}

export interface GuideLine {
  readonly path: string;
  readonly id: string;
  readonly kind: "guide" | "fragment";
  readonly title: string;
  readonly steps: number;
  readonly changed: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly reviewBy: string;
  readonly approvedBy?: Approval | undefined;
  readonly usedBy: readonly string[];
}

export interface Guide {
  readonly path: string;
  readonly id: string;
  readonly kind: "guide" | "fragment";
  readonly title?: FieldLine | undefined;
  /** What is answered at any step of the guide; none where its file has no `about`. */
  readonly answers: readonly FieldLine[];
  readonly reviewBy: string;
  readonly approvedBy?: Approval | undefined;
  readonly usedBy: readonly string[];
  readonly steps: readonly StepLine[];
  /** About the file as a whole. */
  readonly complaints: readonly Complaint[];
  readonly others: readonly Present[];
}

export interface StepLine {
  readonly id: string;
  readonly kind: string;
  readonly leads: readonly string[];
  readonly includes?: string | undefined;
  readonly fields: readonly FieldLine[];
  readonly complaints: readonly Complaint[];
  readonly screen?: ScreenLine | undefined;
  readonly previews: readonly PreviewLine[];
}

export interface ScreenLine {
  readonly id: string;
  readonly url: string;
  readonly alt: string;
  readonly own: boolean;
}

export interface FieldLine {
  readonly place: Place;
  readonly role: string;
  readonly now?: Words | undefined;
  /** Before the draft; the same as `now` where nothing has changed. */
  readonly base?: Words | undefined;
  readonly by?: string | undefined;
  readonly complaints: readonly Complaint[];
}

export interface PreviewLine {
  readonly address?: string | undefined;
  readonly language: "vi" | "en";
  readonly says: string;
  readonly choices: readonly string[];
  readonly explain?: string | undefined;
  readonly fixes: ReadonlyArray<{ readonly says: string; readonly fix?: string | undefined }>;
}

export interface FactFile {
  readonly path: string;
  readonly facts: readonly FactLine[];
  readonly sources: ReadonlyArray<{ readonly id: string; readonly title: string }>;
}
export interface FactSaid {
  readonly value: string | Words;
  readonly from: string;
  readonly until: string;
  readonly source: string;
  readonly checked: string;
}
export interface FactLine extends FactSaid {
  readonly id: string;
  readonly kind: string;
  /** Before the draft; missing where the draft added it. */
  readonly base?: FactSaid | undefined;
  readonly changed: boolean;
  readonly complaints: readonly Complaint[];
}
export interface PhraseLine {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  /** Before the draft. */
  readonly base: Words;
  readonly changed: boolean;
}

export interface Edit {
  readonly path: string;
  readonly place: Place;
  readonly before: Value | null;
  readonly after: Value | null;
}
export type Edited =
  | { readonly outcome: "taken" }
  | {
      readonly outcome: "someone-else";
      readonly now: Value | null;
      readonly by?: string | undefined;
    };

export interface ChangeLine {
  readonly path: string;
  readonly place: Place;
  readonly how: "changed" | "added" | "removed";
  readonly picture: boolean;
  /** The guide, the step. */
  readonly where: string;
  readonly step?: string | undefined;
  readonly role: string;
  readonly words: ReadonlyArray<{
    readonly language?: "vi" | "en" | undefined;
    readonly pieces: ReadonlyArray<{ readonly is: "same" | "gone" | "new"; readonly text: string }>;
  }>;
}
export interface ConflictLine {
  readonly path: string;
  readonly place: Place;
  readonly where: string;
  readonly mine?: string | undefined;
  readonly theirs?: string | undefined;
}
export interface StandingLine {
  readonly guide: string;
  readonly step: string;
  readonly says: string;
  readonly people: number;
  readonly then: "moves" | "finishes" | "recalled";
}
export interface Review {
  /** Sent back with `publish`: only what was looked at is published. */
  readonly mark: string;
  readonly changes: readonly ChangeLine[];
  /** Changes that stand in the folder and were never published: they go out together. */
  readonly folderToo: boolean;
  readonly conflicts: readonly ConflictLine[];
  readonly standing: readonly StandingLine[];
  readonly errors: readonly (Complaint & { readonly where: string })[];
  readonly warnings: readonly (Complaint & { readonly where: string })[];
  readonly files: ReadonlyArray<{ readonly path: string; readonly difference: string }>;
  readonly guides: ReadonlyArray<
    Pick<GuideLine, "path" | "id" | "title" | "reviewBy" | "approvedBy">
  >;
}
export interface PublishedDraft {
  readonly outcome: "published" | "same" | "refused" | "conflicts" | "changed" | "locked";
  readonly says: string;
}
export interface TryLink {
  readonly url: string;
  /** An SVG as a data address. */
  readonly qr: string;
  readonly expiresAt: number;
}
export interface HistoryLine {
  readonly position: number;
  readonly at: number;
  readonly by?: string | undefined;
  readonly restorable: boolean;
  readonly current: boolean;
}
export interface HistoryEntry extends HistoryLine {
  readonly changes: readonly ChangeLine[];
  readonly files: ReadonlyArray<{ readonly path: string; readonly difference: string }>;
}
