import { useState } from "preact/hooks";
import { useHand } from "./in-hand.ts";
import { smaller } from "./photos.ts";
import { upload, write } from "./server.ts";

const lines = {
  vi: {
    title: "Ảnh của anh/chị",
    hint: "Bà con thấy ảnh này khi anh/chị nhận giúp. Không có ảnh cũng được.",
    choose: "Chọn ảnh",
    remove: "Bỏ ảnh",
    unread: "Máy chưa mở được ảnh này.",
  },
  en: {
    title: "Your photo",
    hint: "Residents see it when you help them. You may do without.",
    choose: "Choose a photo",
    remove: "Remove the photo",
    unread: "This picture could not be opened.",
  },
} as const;

/** One's own likeness: made small here, cleaned by the server. */
export function MyFace() {
  const { desk, me } = useHand();
  const [shown, setShown] = useState(me.photo);
  const says = lines[me.language];

  const give = async (file: File | undefined) => {
    const read = file === undefined ? undefined : await smaller(file);
    if (read === undefined) {
      desk.notify(says.unread, true);
      return;
    }
    try {
      await upload("me/photo", read.bytes);
      setShown(URL.createObjectURL(read.bytes));
      desk.notify(desk.words.saved);
    } catch (error) {
      desk.notify(desk.sayOf(error), true);
    }
  };

  return (
    <fieldset class="my-face">
      <legend>{says.title}</legend>
      <p>{says.hint}</p>
      {shown !== undefined && <img src={shown} alt="" width={96} height={96} />}
      <label class="side-button">
        {says.choose}
        <input
          type="file"
          accept="image/*"
          class="for-ears"
          onChange={({ currentTarget }) => void give(currentTarget.files?.[0])}
        />
      </label>
      {shown !== undefined && (
        <button
          type="button"
          class="side-button"
          onClick={() =>
            void write("me/photo/remove", {}).then(
              () => setShown(undefined),
              (error: unknown) => desk.notify(desk.sayOf(error), true),
            )
          }
        >
          {says.remove}
        </button>
      )}
    </fieldset>
  );
}
