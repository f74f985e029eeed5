/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What a picture really is, by its first bytes. */
export function pictureFormat(bytes: Buffer): "jpeg" | "png" | "webp" | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "png";
  if (signed(bytes, 0, "RIFF") && signed(bytes, 8, "WEBP")) return "webp";
  return undefined;
}

/** The size a picture declares, where its head can be read. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  switch (pictureFormat(bytes)) {
    case "png":
      if (bytes.length < 24) return undefined;
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    case "jpeg":
      return jpegSize(bytes);
    case "webp":
      return webpSize(bytes);
    case undefined:
      return undefined;
  }
}

/** The kind of sound Telegram plays as a voice message; nothing when it would become a plain file. */
export function voiceFormat(bytes: Buffer): "ogg" | "mp3" | "m4a" | undefined {
  if (signed(bytes, 0, "OggS")) {
    return bytes.subarray(0, 128).includes("OpusHead") ? "ogg" : undefined;
  }
  return musicFormat(bytes);
}

/** The kind of sound Telegram shows in its music player. */
export function musicFormat(bytes: Buffer): "mp3" | "m4a" | undefined {
  if (signed(bytes, 4, "ftyp")) return "m4a";
  const [first = 0, second = 0] = bytes;
  // A frame header of MPEG layer III; AAC streams begin alike but with layer 0.
  const frame = first === 0xff && (second & 0xe6) === 0xe2;
  return signed(bytes, 0, "ID3") || frame ? "mp3" : undefined;
}

/** Whole seconds of an Ogg Opus sound, at least one. */
export function oggSeconds(bytes: Buffer): number {
  const lastPage = bytes.lastIndexOf("OggS");
  if (lastPage === -1 || lastPage + 14 > bytes.length) return 1;
  const samples = Number(bytes.readBigInt64LE(lastPage + 6));
  return Math.max(1, Math.round(samples / 48_000));
}

function signed(bytes: Buffer, offset: number, signature: string): boolean {
  return bytes.toString("latin1", offset, offset + signature.length) === signature;
}

function jpegSize(bytes: Buffer): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= bytes.length) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 30) return undefined;
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
