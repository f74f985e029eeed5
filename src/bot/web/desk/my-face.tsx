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
  const says = lines[me.language];

  /** What is shown is what the server keeps now. */
  const changed = async (changing: Promise<unknown>) => {
    try {
      await changing;
      if (await desk.change({})) desk.notify(desk.words.saved);
    } catch (error) {
      desk.notify(desk.sayOf(error), true);
    }
  };
  const give = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await smaller(file);
    if (read === undefined) desk.notify(says.unread, true);
    else await changed(upload("me/photo", read.bytes));
  };

  return (
    <fieldset class="my-face">
      <legend>{says.title}</legend>
      <p>{says.hint}</p>
      {me.photo !== undefined && <img src={me.photo} alt={says.title} width={96} height={96} />}
      <label class="side-button">
        {says.choose}
        <input
          type="file"
          accept="image/*"
          class="for-ears"
          onChange={({ currentTarget }) => {
            void give(currentTarget.files?.[0]);
            // The same file may be chosen again.
            currentTarget.value = "";
          }}
        />
      </label>
      {me.photo !== undefined && (
        <button
          type="button"
          class="side-button"
          onClick={() => void changed(write("me/photo/remove", {}))}
        >
          {says.remove}
        </button>
      )}
    </fieldset>
  );
}
