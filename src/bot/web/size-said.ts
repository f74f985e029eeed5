/** How large a file is, as people here write it: 34 KB, 1,2 MB. */
export function sizeSaid(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000
    ? `${kilobytes} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
}
