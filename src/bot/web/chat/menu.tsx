import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { keptLetters, type Letters } from "./keep.ts";
import type { PersonTools } from "./parts.ts";
import { chooseLetters } from "./screen.ts";
import type { Session } from "./session.ts";
import { Sheet } from "./sheet.tsx";
import type { Shown } from "./shown.ts";
import type { Words } from "./words.ts";

export type Page = "menu" | "return";

/** Everything that is not the conversation itself. */
export function Menu(props: {
  words: Words;
  shown: Shown;
  session: Session;
  page: Page;
  tools: PersonTools | undefined;
  onPage: (page: Page) => void;
  onClose: () => void;
}) {
  const { words, session, page, onClose } = props;
  const title = { menu: words.menu, return: words.enterCode }[page];
  return (
    <Sheet words={words} title={title} onClose={onClose}>
      {page === "menu" && <Overview {...props} />}
      {page === "return" && <EnterCode words={words} session={session} onDone={onClose} />}
    </Sheet>
  );
}

function Overview(props: Parameters<typeof Menu>[0]) {
  const { words, shown, session, tools, onPage, onClose } = props;
  const [letters, setLetters] = useState<Letters>(keptLetters);
  const { returnCode, language } = shown.state;
  const telephone = shown.state.telephone;
  return (
    <>
      <div class="code-box">
        <h3>
          <Icon name="code" /> {words.returnCode}
        </h3>
        {returnCode === undefined ? (
          <p>{words.noReturnCode}</p>
        ) : (
          <>
            <p class="code">{returnCode}</p>
            <p>{words.returnCodeHow}</p>
          </>
        )}
      </div>
      {tools !== undefined && shown.state.withPerson !== undefined && (
        <tools.FileRow
          words={{ ...words, ...tools.wordsIn(language) }}
          onSend={(name, media) => {
            session.sendMedia({ kind: "file", name }, media);
            onClose();
          }}
        />
      )}
      {/* With somebody beside, this page stays theirs. */}
      {shown.header?.beside === undefined && (
        <button type="button" class="row" onClick={() => onPage("return")}>
          <Icon name="enter" /> {words.enterCode}
        </button>
      )}
      {telephone !== undefined && (
        <a class="row" href={`tel:${telephone.replace(/[^\d+]/g, "")}`}>
          <Icon name="phone" />
          <span>
            {words.call} <b>{telephone}</b>
          </span>
        </a>
      )}
      <fieldset class="row letters">
        <legend>
          <Icon name="letters" /> {words.letters}
        </legend>
        {([0, 1, 2] as const).map((size) => (
          <button
            type="button"
            key={size}
            class={`size-${size}`}
            aria-pressed={letters === size}
            aria-label={words.lettersNames[size]}
            onClick={() => {
              setLetters(size);
              chooseLetters(size);
            }}
          >
            A
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="row"
        onClick={() => {
          session.write(language === "en" ? "/language" : "/tieng");
          onClose();
        }}
      >
        <Icon name="language" />
        <span>
          {words.language} <small>{words.languageHint}</small>
        </span>
      </button>
      <button
        type="button"
        class="row danger"
        onClick={() => {
          // The machine itself asks whether it is meant, in every channel alike.
          session.write(language === "en" ? "/delete" : "/xoa");
          onClose();
        }}
      >
        <Icon name="erase" />
        <span>
          {words.erase} <small>{words.eraseHint}</small>
        </span>
      </button>
      {shown.header?.trial === true && <p class="trial-note">{words.trialLong}</p>}
    </>
  );
}

function EnterCode(props: { words: Words; session: Session; onDone: () => void }) {
  const { words } = props;
  const [code, setCode] = useState("");
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function go(): Promise<void> {
    if (asking || code.trim() === "") return;
    setAsking(true);
    setWrong(undefined);
    const returned = await props.session.returnWith(code.trim());
    setAsking(false);
    if (returned.ok) props.onDone();
    else setWrong(returned.says ?? (returned.lost ? words.codeLost : words.codeWrong));
  }

  return (
    <form
      class="enter-code"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p id="code-how">{words.enterCodeHow}</p>
      <input
        ref={field}
        type="text"
        value={code}
        aria-label={words.codeLabel}
        aria-describedby="code-how"
        aria-invalid={wrong !== undefined}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="go"
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <p role="alert" class="wrong">
        {wrong}
      </p>
      <button type="submit" class="main wide" aria-disabled={asking}>
        {words.codeGo}
      </button>
    </form>
  );
}
