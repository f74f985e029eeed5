const longest = 1600;

/**
 * A photo small enough for a weak network, drawn for the person to look at first. Nothing when this
 * browser cannot open it.
 */
export async function smaller(
  file: Blob,
): Promise<{ readonly picture: HTMLCanvasElement; readonly bytes: Blob } | undefined> {
  try {
    // Upright as it was taken; browsers that do not know the wish read the photo plainly.
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() =>
      createImageBitmap(file),
    );
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const picture = document.createElement("canvas");
    picture.width = Math.max(1, Math.round(bitmap.width * scale));
    picture.height = Math.max(1, Math.round(bitmap.height * scale));
    picture.getContext("2d")?.drawImage(bitmap, 0, 0, picture.width, picture.height);
    bitmap.close();
    const bytes = await new Promise<Blob | null>((done) => picture.toBlob(done, "image/jpeg", 0.8));
    return bytes === null ? undefined : { picture, bytes };
  } catch {
    return undefined;
  }
}
