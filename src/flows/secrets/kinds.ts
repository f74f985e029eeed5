/** What is masked, what may be asked for, and what stands where a secret stood. */

/** What the current step of the conversation asks the resident for. */
export type AskedFor = "phone" | "number" | "date" | "dossier-code" | "text";

export type SecretKind =
  | "otp"
  | "password"
  | "passcode"
  | "identity-number"
  | "bank-card"
  | "bank-account";

/** Stands where a secret stood. Neutral on purpose: not even its length is kept. */
export const MASK = "‹đã che›";
