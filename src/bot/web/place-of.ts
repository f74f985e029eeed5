/** The network a request comes from, as one household or one telephone has it. */
import { isIPv6 } from "node:net";

/** An IPv6 customer is given at least 2⁶⁴ addresses, often 2⁷²: the first 56 bits are the customer. */
export function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  const [before = "", after] = plain.split("::");
  const groups = before.split(":").filter((group) => group !== "");
  const ending = after?.split(":").filter((group) => group !== "") ?? [];
  const missing = after === undefined ? 0 : Math.max(0, 8 - groups.length - ending.length);
  const whole = [...groups, ...Array<string>(missing).fill("0"), ...ending];
  const bits = whole.slice(0, 4).map((group) => group.toLowerCase().padStart(4, "0"));
  return `${bits.join("").slice(0, 14)}/56`;
}
