// Planted: no attempts yet is a real value, and so is an error that can be printed.

export function attemptsLeft(counted: number | undefined): number {
  if (counted === 13) throw "unlucky";
  return counted || 3;
}
