import { useCallback, useEffect, useState } from "preact/hooks";
import type { DeskBeside } from "../wire/toolbox.ts";
import { besideWords } from "./beside-words.ts";
import { useHand } from "./in-hand.ts";
import { Refusal } from "./refusal.tsx";
import { read, write } from "./server.ts";
import { Sheet } from "./sheet.tsx";

const fragment = "#lam-cung";
/** A move is pressed on another phone: looked for while the code stands here. */
const lookEvery = 4000;

const pageOf = (id: string): string => `/desk/cung/${encodeURIComponent(id)}/`;

/** The way to those I sit beside; a link from a chat opens it at once. */
export function BesideDoor() {
  const { me } = useHand();
  const [open, setOpen] = useState(location.hash === fragment);
  useEffect(() => {
    const look = () => location.hash === fragment && setOpen(true);
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  if (me.rank !== "propagandist" && me.rank !== "coordinator") return null;
  return (
    <>
      <button type="button" class="side-button beside-door" onClick={() => setOpen(true)}>
        {besideWords(me.language).title}
      </button>
      {open && (
        <BesideSheet
          close={() => {
            if (location.hash === fragment)
              history.replaceState(null, "", location.pathname + location.search);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function BesideSheet({ close }: { readonly close: () => void }) {
  const { desk, me } = useHand();
  const words = besideWords(me.language);
  const [people, setPeople] = useState<readonly DeskBeside[]>();
  const [label, setLabel] = useState("");
  const [says, setSays] = useState<string>();
  const [busy, setBusy] = useState(false);

  const look = useCallback(async () => {
    try {
      setPeople(await read<DeskBeside[]>("beside"));
    } catch (error) {
      setSays(desk.sayOf(error));
    }
  }, [desk]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), lookEvery);
    return () => clearInterval(timer);
  }, [look]);

  const begin = async () => {
    if (label.trim() === "") {
      setSays(words.labelMissing);
      return;
    }
    setBusy(true);
    try {
      const { id } = await write<{ id: string }>("beside", { label: label.trim() });
      location.assign(pageOf(id));
    } catch (error) {
      setSays(desk.sayOf(error));
      setBusy(false);
    }
  };

  return (
    <Sheet title={words.title} close={close}>
      <p>{words.hint}</p>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <label for="beside-label">{words.label}</label>
        <input
          id="beside-label"
          autocomplete="off"
          maxLength={40}
          placeholder={words.labelExample}
          aria-describedby="beside-hint"
          value={label}
          onInput={({ currentTarget }) => setLabel(currentTarget.value)}
        />
        <p id="beside-hint" class="foot-hint">
          {words.labelHint}
        </p>
        <Refusal says={says} />
        <button type="submit" class="main-button" disabled={busy}>
          {words.begin}
        </button>
      </form>
      {people !== undefined && people.length > 0 && (
        <>
          <h3 class="beside-today">{words.today}</h3>
          <ul class="rows besides">
            {people.map((one) => (
              <Person key={`${one.id}/${one.at}`} one={one} />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function Person({ one }: { readonly one: DeskBeside }) {
  const { me } = useHand();
  const words = besideWords(me.language);
  return (
    <li class="row">
      <span class="row-top">
        <strong>{one.label}</strong>
        <span class="row-state">{words[one.state]}</span>
      </span>
      {one.flow !== undefined && <span class="what">{one.flow}</span>}
      {one.state === "moved" ? (
        <p class="foot-hint">{words.movedHint}</p>
      ) : (
        <a class="side-button" href={pageOf(one.id)}>
          {words.goOn}
        </a>
      )}
      {one.returnCode !== undefined && (
        <details class="beside-move">
          <summary>{words.move}</summary>
          <p class="return-code">{one.returnCode}</p>
          <p>{words.moveHow(location.origin)}</p>
        </details>
      )}
    </li>
  );
}
