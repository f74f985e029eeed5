/** Looking at bytes from outside, which may be cut off anywhere. */

/** True when the characters of `signature` stand at `at`. */
export function signed(bytes: Uint8Array, at: number, signature: string): boolean {
  if (at < 0 || at + signature.length > bytes.length) return false;
  for (let k = 0; k < signature.length; k += 1) {
    if (bytes[at + k] !== signature.charCodeAt(k)) return false;
  }
  return true;
}

/** An unsigned number of `length` bytes, most significant first; undefined past the end. */
export function numberAt(bytes: Uint8Array, at: number, length: number): number | undefined {
  if (at < 0 || at + length > bytes.length) return undefined;
  let value = 0;
  for (let k = 0; k < length; k += 1) value = value * 256 + (bytes[at + k] ?? 0);
  return value;
}

/** An unsigned number of `length` bytes, least significant first; undefined past the end. */
export function numberBackwardsAt(
  bytes: Uint8Array,
  at: number,
  length: number,
): number | undefined {
  if (at < 0 || at + length > bytes.length) return undefined;
  let value = 0;
  for (let k = length - 1; k >= 0; k -= 1) value = value * 256 + (bytes[at + k] ?? 0);
  return value;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What is kept of a file, copied once at the end. */
export interface Kept {
  /** Neighbours become one piece, so a file cut into very many parts costs no more than any other. */
  keep(from: number, to: number): void;
  whole(): Uint8Array;
}

export function keptOf(bytes: Uint8Array): Kept {
  const pieces: Uint8Array[] = [];
  // 0 <= begins <= ends: what lies between is kept and not yet a piece.
  let [begins, ends] = [0, 0];
  const close = (): void => {
    if (ends > begins) pieces.push(bytes.subarray(begins, ends));
  };
  return {
    keep(from, to) {
      if (from !== ends) {
        close();
        begins = from;
      }
      ends = to;
    },
    whole() {
      close();
      begins = ends;
      return joined(pieces);
    },
  };
}
