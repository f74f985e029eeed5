import { useEffect, useRef, useState } from "preact/hooks";
import type { Media } from "./keep.ts";
import { drawPhoto, smaller } from "./photos.ts";
import { Sheet } from "./sheet.tsx";
import type { Words } from "./words.ts";

/** Shows the chosen photos once more before they leave the phone, and says what should not leave it. */
export function PhotoSheet(props: {
  words: Words;
  files: readonly File[];
  onSend: (photos: readonly Media[]) => void;
  onClose: () => void;
}) {
  const { words, files } = props;
  const [photos, setPhotos] = useState<readonly Media[]>();
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    let gone = false;
    void (async () => {
      const ready: Media[] = [];
      for (const file of files) {
        try {
          ready.push(await smaller(file));
        } catch {
          if (!gone) setUnreadable(true);
        }
      }
      if (!gone) setPhotos(ready);
    })();
    return () => {
      gone = true;
    };
  }, [files]);

  const count = photos?.length ?? files.length;
  return (
    <Sheet words={words} title={words.photosReady(count)} onClose={props.onClose}>
      {photos === undefined && <p role="status">{words.photoPreparing}</p>}
      {unreadable && <p role="alert">{words.photoUnreadable}</p>}
      <div class="photos">
        {photos?.map((photo, i) => (
          <Preview words={words} photo={photo} key={i} />
        ))}
      </div>
      <p class="warning">{words.photoWarning}</p>
      <div class="pair">
        <button type="button" class="plain" onClick={props.onClose}>
          {words.remove}
        </button>
        {count > 0 && (
          <button
            type="button"
            class="main"
            disabled={photos === undefined}
            onClick={() => photos !== undefined && props.onSend(photos)}
          >
            {words.sendPhotos(count)}
          </button>
        )}
      </div>
    </Sheet>
  );
}

function Preview({ words, photo }: { words: Words; photo: Media }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) void drawPhoto(canvas.current, photo);
  }, [photo]);
  return <canvas ref={canvas} role="img" aria-label={words.photo} />;
}
