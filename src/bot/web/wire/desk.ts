/**
 * What passes between the server and the desk at `/desk` (cookie `cn_desk`, signed, HttpOnly, SameSite=Strict;
 * every POST needs content type application/json or the media types, and the header `x-cau-noi: desk`). Types
 * only, all instants milliseconds UTC, errors as in the chat. This file: who is signed in; each other file of
 * this folder says what is asked below its own heading.
 *   POST /desk/api/sign-in      { code, attempt? } one-time link or invitation → DeskMe; 404 wrong or used, 410 expired, 429 too often.
 *                               An attempt (32 hex digits the page chose) repeated within minutes is answered the same.
 *                               Links look like /desk#in=CODE (sign-in) and /desk#join=CODE (invitation).
 *   POST /desk/api/sign-out     {}
 *   GET  /desk/api/me           → DeskMe; 401 when not signed in
 *   POST /desk/api/me           { name?, role?, duty?, language? } → DeskMe
 *   POST /desk/api/me/photo     an image, at most 1 MB once cleaned; me/photo/remove takes it away
 */

export interface DeskMe {
  readonly id: string;
  readonly name: string;
  /** The form of address that stands before it for residents. */
  readonly form?: string;
  readonly photo?: string;
  readonly role: string;
  readonly rank: "propagandist" | "author" | "manager" | "coordinator";
  readonly villages: readonly { readonly id: string; readonly says: string }[];
  readonly duty: boolean;
  readonly language: "vi" | "en";
  readonly commune: string;
  readonly trial: boolean;
}
