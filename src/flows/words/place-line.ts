/** Where somebody is, as a line of a conversation. */

/** A map that opens in any phone's browser, and the numbers for whoever has no network. */
export function placeLine({
  latitude,
  longitude,
}: {
  readonly latitude: number;
  readonly longitude: number;
}): string {
  const at = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
  return `📍 ${at}\nhttps://www.google.com/maps?q=${at}`;
}
