import type { Media } from "./keep.ts";

const longestSide = 1600;

/**
 * Makes a photo small enough for a weak network. Drawing it anew also leaves behind where and when
 * it was taken; a photo that cannot be drawn is therefore not sent at all.
 */
export async function smaller(file: Blob): Promise<Media> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("no canvas");
  pen.fillStyle = "#fff"; // JPEG knows no transparency
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, "image/jpeg", 0.82);
  });
  canvas.width = canvas.height = 0; // old phones keep the memory otherwise
  if (blob === null) throw new Error("no picture");
  return { type: "image/jpeg", bytes: await bytesOf(blob) };
}

/** Shows a photo without an address of its own, which our content security policy would refuse. */
export async function drawPhoto(canvas: HTMLCanvasElement, media: Media): Promise<void> {
  try {
    const picture = await createImageBitmap(new Blob([media.bytes], { type: media.type }));
    const scale = Math.min(1, 480 / Math.max(picture.width, picture.height));
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
  } catch {
    // A grey frame stays; the photo itself is sent all the same.
  }
}

/** Blob.arrayBuffer is missing on the oldest phones we serve. */
export function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as ArrayBuffer);
    reader.onerror = () => failed(reader.error ?? new Error("unreadable"));
    reader.readAsArrayBuffer(blob);
  });
}
