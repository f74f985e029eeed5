import { useState } from "preact/hooks";
import { FormSelect } from "./commune/form-select.tsx";
import { communeWords } from "./commune/words.ts";
import { useHand } from "./in-hand.ts";
import { MyFace } from "./my-face.tsx";
import { OnPhone } from "./phone/on-phone.tsx";
import { Sheet } from "./sheet.tsx";

/** One's own name and role as residents see them, the language, and the way out. */
export function Settings({ close }: { readonly close: () => void }) {
  const { desk, me, words } = useHand();
  const [name, setName] = useState(me.name);
  const [role, setRole] = useState(me.role);
  const [form, setForm] = useState(me.form ?? "");
  const says = communeWords(me.language);

  return (
    <Sheet title={words.settingsTitle} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void desk
            .change({ name: name.trim(), role: role.trim(), form: form === "" ? null : form })
            .then((agreed) => {
              if (!agreed) return;
              desk.notify(desk.words.saved);
              close();
            });
        }}
      >
        <label for="my-name">{words.myName}</label>
        <input
          id="my-name"
          required
          maxLength={60}
          autocomplete="name"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <FormSelect
          id="my-form"
          label={says.form}
          none={says.noForm}
          value={form}
          choose={setForm}
        />
        <label for="my-role">{words.myRole}</label>
        <input
          id="my-role"
          required
          maxLength={60}
          value={role}
          onInput={({ currentTarget }) => setRole(currentTarget.value)}
        />
        <button type="submit" class="main-button">
          {words.save}
        </button>
      </form>
      <OnPhone />
      <MyFace />
      <fieldset class="choices">
        <legend>{words.language}</legend>
        <button
          type="button"
          lang="vi"
          aria-pressed={me.language === "vi"}
          onClick={() => void desk.change({ language: "vi" })}
        >
          Tiếng Việt
        </button>
        <button
          type="button"
          lang="en"
          aria-pressed={me.language === "en"}
          onClick={() => void desk.change({ language: "en" })}
        >
          English
        </button>
      </fieldset>
      <div class="way-out">
        <button type="button" class="side-button" onClick={() => void desk.signOut()}>
          {words.signOut}
        </button>
        <p>{words.signOutHint}</p>
      </div>
    </Sheet>
  );
}
