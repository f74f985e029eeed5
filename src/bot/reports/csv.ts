/** Tables for spreadsheet programs. */

/** The mark lets spreadsheet programs read Vietnamese without being asked. */
export function csv(rows: ReadonlyArray<readonly string[]>): string {
  return `\u{feff}${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** RFC 4180; a cell that a spreadsheet would take for a formula is defused. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
