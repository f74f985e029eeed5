/** Writes Opus packets as an Ogg file (RFC 3533, RFC 7845). */
import { joined } from "./bytes.ts";
import type { OpusStream } from "./opus-in-webm.ts";

/** Samples at 48 kHz that one packet lasts, by its first byte (RFC 6716, 3.1); 0 for no valid packet. */
export function packetSamples(packet: Uint8Array): number {
  const first = packet[0];
  if (first === undefined) return 0;
  const configuration = first >> 3;
  const frame =
    configuration < 12
      ? [480, 960, 1920, 2880][configuration & 3]
      : configuration < 16
        ? [480, 960][configuration & 1]
        : [120, 240, 480, 960][configuration & 3];
  const frames = [1, 2, 2, (packet[1] ?? 0) & 63][first & 3];
  const total = (frame ?? 0) * (frames ?? 0);
  return total <= LONGEST_PACKET ? total : 0;
}

/** 120 milliseconds. */
const LONGEST_PACKET = 5760;
/** A page closes after a second of sound, so that a player can begin early. */
const SAMPLES_A_PAGE = 48_000;
const PIECES_A_PAGE = 255;

const CONTINUES = 0;
const BEGINS = 2;
const ENDS = 4;

/** An Ogg/Opus file with the packets of `stream`. Packets no decoder could read are left out. */
export function oggOpus(stream: OpusStream): Uint8Array {
  const packets = stream.packets.filter(
    (packet) => packetSamples(packet) > 0 && piecesOf(packet) <= PIECES_A_PAGE,
  );
  const total = packets.reduce((sum, packet) => sum + packetSamples(packet), 0);
  const serial = checksum(joined([stream.head, ...packets.slice(0, 1)]));
  const pages: Uint8Array[] = [];
  const page = (kind: number, position: number, content: readonly Uint8Array[]) => {
    pages.push(aPage({ kind, position, serial, number: pages.length, packets: content }));
  };

  page(BEGINS, 0, [stream.head]);
  page(CONTINUES, 0, [tags()]);
  let open: Uint8Array[] = [];
  let pieces = 0;
  let position = 0;
  let since = 0;
  for (const packet of packets) {
    if (
      open.length > 0 &&
      (pieces + piecesOf(packet) > PIECES_A_PAGE || position - since >= SAMPLES_A_PAGE)
    ) {
      page(CONTINUES, position, open);
      open = [];
      pieces = 0;
      since = position;
    }
    open.push(packet);
    pieces += piecesOf(packet);
    position += packetSamples(packet);
  }
  // The last position may be earlier than its packets reach: the rest is padding, not sound.
  page(ENDS, Math.max(since, total - stream.padding), open);
  return joined(pages);
}

/** A packet is cut into pieces of 255 bytes; a shorter piece, even an empty one, ends it. */
const piecesOf = (packet: Uint8Array): number => Math.floor(packet.length / 255) + 1;

function aPage(content: {
  readonly kind: number;
  readonly position: number;
  readonly serial: number;
  readonly number: number;
  readonly packets: readonly Uint8Array[];
}): Uint8Array {
  const lacing = content.packets.flatMap((packet) => [
    ...Array.from({ length: piecesOf(packet) - 1 }, () => 255),
    packet.length % 255,
  ]);
  const page = joined([new Uint8Array(27), Uint8Array.from(lacing), ...content.packets]);
  const view = new DataView(page.buffer);
  page.set(new TextEncoder().encode("OggS"));
  view.setUint8(5, content.kind);
  view.setBigUint64(6, BigInt(content.position), true);
  view.setUint32(14, content.serial, true);
  view.setUint32(18, content.number, true);
  view.setUint8(26, lacing.length);
  view.setUint32(22, checksum(page), true); // counted while this field is still zero
  return page;
}

function tags(): Uint8Array {
  const vendor = new TextEncoder().encode("cau-noi");
  const packet = new Uint8Array(8 + 4 + vendor.length + 4);
  packet.set(new TextEncoder().encode("OpusTags"));
  new DataView(packet.buffer).setUint32(8, vendor.length, true);
  packet.set(vendor, 12);
  return packet;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit += 1)
    rest = rest & 0x80000000 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest >>> 0;
});

/** Ogg's own CRC-32: not reflected, beginning at zero. */
export function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes)
    crc = ((crc << 8) ^ (CRC_TABLE[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return crc;
}
