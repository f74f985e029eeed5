import { useEffect, useState } from "preact/hooks";
import type { DeskWay, DeskWays } from "../wire/ways.ts";
import { useHand } from "./in-hand.ts";
import { Copied } from "./made-invitation.tsx";
import { write } from "./server.ts";
import { Sheet } from "./sheet.tsx";
import { waysWords } from "./ways-words.ts";

/** The way to one's QR code, or to every village's. */
export function WaysDoor() {
  const { me } = useHand();
  const [open, setOpen] = useState(false);
  if (me.rank !== "propagandist" && me.rank !== "coordinator") return null;
  return (
    <>
      <button type="button" class="side-button" onClick={() => setOpen(true)}>
        {waysWords(me.language).title}
      </button>
      {open && <WaysSheet close={() => setOpen(false)} />}
    </>
  );
}

const printAll = (form: "the" | "to", ways: readonly DeskWay[]): string =>
  `/desk/in?form=${form}${ways.map(({ plain }) => `&ma=${plain}`).join("")}`;

function WaysSheet({ close }: { readonly close: () => void }) {
  const { desk, me } = useHand();
  const words = waysWords(me.language);
  const [listed, setListed] = useState<DeskWays>();
  const [says, setSays] = useState<string>();
  const [village, setVillage] = useState("");

  const ask = async (path: string, body: object = {}): Promise<void> => {
    try {
      setListed(await write<DeskWays>(path, body));
      setSays(undefined);
    } catch (error) {
      setSays(desk.sayOf(error));
    }
  };
  useEffect(() => void ask("ways"), []);

  const all = listed?.ways ?? [];
  const villages = all.filter(({ person }) => person === undefined);
  const people = all.filter(({ person }) => person !== undefined);
  const each = (ways: readonly DeskWay[]) =>
    ways.map((way) => <OneWay key={way.plain} way={way} end={(path) => void ask(path)} />);

  return (
    <Sheet title={words.title} close={close} wide>
      <div class="ways">
        <p>{me.rank === "coordinator" ? words.all : words.own}</p>
        {listed?.onlyHere === true && (
          <p class="says" role="note">
            {words.onlyHere}
          </p>
        )}
        {listed?.trial === true && <p class="hint">{words.trial}</p>}
        {says !== undefined && (
          <p class="says" role="alert">
            {says}
          </p>
        )}
        {listed === undefined && says === undefined && <p aria-busy="true">{desk.words.opening}</p>}
        {me.rank === "coordinator" && villages.length > 0 && (
          <>
            <div class="acts">
              <a
                class="main-button"
                href={printAll("the", villages)}
                target="_blank"
                rel="noopener"
              >
                {words.printCards}
              </a>
              <a class="side-button" href={printAll("to", villages)} target="_blank" rel="noopener">
                {words.printPosters}
              </a>
            </div>
            <h3>{words.villages}</h3>
          </>
        )}
        {each(villages)}
        {me.rank === "coordinator" && (
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void ask("ways/village", { village }).then(() => setVillage(""));
            }}
          >
            <label for="new-village">{words.add}</label>
            <input
              id="new-village"
              required
              minLength={2}
              maxLength={60}
              autocomplete="off"
              placeholder={words.village}
              value={village}
              onInput={({ currentTarget }) => setVillage(currentTarget.value)}
            />
            <button type="submit" class="side-button">
              {words.make}
            </button>
          </form>
        )}
        {me.rank === "coordinator" && people.length > 0 && <h3>{words.people}</h3>}
        {each(people)}
      </div>
    </Sheet>
  );
}

function OneWay(props: { readonly way: DeskWay; readonly end: (path: string) => void }) {
  const { me } = useHand();
  const words = waysWords(me.language);
  const { way } = props;
  const [ending, setEnding] = useState(false);
  const at = `/desk/api/ways/${way.plain}`;
  const name = [way.village, way.person].filter((part) => part !== undefined).join(", ");
  const { opened, came, begun } = way.month;
  return (
    <article class="way">
      <div class="way-head">
        <img src={`${at}/qr.svg`} alt="" width="112" height="112" />
        <div>
          <h4>{name}</h4>
          <p class="way-code">{way.code}</p>
          <p class="hint">{words.opens(way.opens.map((channel) => words.channels[channel]))}</p>
        </div>
      </div>
      <p>{words.month(opened, came, begun)}</p>
      <div class="acts">
        <a class="side-button" href={printAll("the", [way])} target="_blank" rel="noopener">
          {words.card}
        </a>
        <a class="side-button" href={printAll("to", [way])} target="_blank" rel="noopener">
          {words.poster}
        </a>
        {"share" in navigator && (
          <button
            type="button"
            class="side-button"
            onClick={() => {
              // Putting the sheet of the phone away is an answer, and no failure.
              navigator.share({ title: name, url: way.link }).catch(() => undefined);
            }}
          >
            {words.send}
          </button>
        )}
      </div>
      <details>
        <summary>{words.more}</summary>
        <Copied label={words.link} text={way.link} />
        <p class="hint">{words.ever(way.ever.came)}</p>
        <ul class="tables">
          {Object.entries(words.download).map(([file, says]) => (
            <li key={file}>
              <a class="side-button" href={`${at}/${file}?tai`} download>
                {says}
              </a>
            </li>
          ))}
        </ul>
        {ending ? (
          <div role="alert">
            <p>{words.sure}</p>
            <div class="acts">
              <button
                type="button"
                class="side-button"
                onClick={() => {
                  setEnding(false);
                  props.end(`ways/${way.plain}/end`);
                }}
              >
                {way.extra === true ? words.yesEnd : words.yes}
              </button>
              <button type="button" class="side-button" onClick={() => setEnding(false)}>
                {words.no}
              </button>
            </div>
          </div>
        ) : (
          <button type="button" class="quiet" onClick={() => setEnding(true)}>
            {way.extra === true ? words.end : words.renew}
          </button>
        )}
      </details>
    </article>
  );
}
