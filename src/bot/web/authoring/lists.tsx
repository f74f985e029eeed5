import { useState } from "preact/hooks";
import type { FactFile, FactLine, GuideLine, Overview, PhraseLine } from "../wire/authoring.ts";
import { Complaints, Field } from "./field.tsx";
import { useHand, useRead } from "./in-hand.ts";
import { NewSource } from "./new-source.tsx";

/** Guides and shared parts, with what was changed and what is wrong. */
export function GuideList({ overview }: { readonly overview: Overview }) {
  const { words } = useHand();
  const [sought, setSought] = useState("");
  const found = overview.guides.filter(({ title, id }) =>
    folded(`${title} ${id}`).includes(folded(sought)),
  );
  return (
    <div class="lists">
      <label class="find">
        <span>{words.find}</span>
        <input
          type="search"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </label>
      {(["guide", "fragment"] as const).map((kind) => (
        <section key={kind}>
          <h2>{kind === "guide" ? words.guides : words.fragments}</h2>
          <ul>
            {found
              .filter((one) => one.kind === kind)
              .map((one) => (
                <Line key={one.path} of={one} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ of }: { readonly of: GuideLine }) {
  const { words } = useHand();
  return (
    <li>
      <a class="row" href={`#${of.path}`}>
        <span class="row-main">{of.title}</span>
        <span class="row-side">
          <span class="soft">{words.steps(of.steps)}</span>
          {of.changed && <b class="mark">{words.changed}</b>}
          {of.errors > 0 && <b class="wrong">{words.errors(of.errors)}</b>}
          {of.warnings > 0 && <span class="doubtful">{words.warnings(of.warnings)}</span>}
        </span>
      </a>
    </li>
  );
}

export function FactsPage() {
  const { words } = useHand();
  const { is: files, says, again } = useRead<readonly FactFile[]>("facts");
  if (files === undefined) return <p role="status">{says ?? words.opening}</p>;
  return (
    <div class="facts">
      <h1>{words.facts}</h1>
      {files.map((file) => (
        <section key={file.path}>
          <h2>{file.path.slice("facts/".length, -".yaml".length)}</h2>
          {file.facts.map((fact) => (
            <Fact key={fact.id} file={file} fact={fact} saved={() => void again()} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Fact({
  file,
  fact,
  saved,
}: {
  readonly file: FactFile;
  readonly fact: FactLine;
  readonly saved: () => void;
}) {
  const { words, language } = useHand();
  const [open, setOpen] = useState(false);
  const said = typeof fact.value === "string" ? fact.value : fact.value[language];
  const { base } = fact;
  const plain = (
    key: "from" | "until" | "checked" | "source",
    how: { readonly type: "date" } | { readonly oneOf: FactFile["sources"] },
  ) => (
    <Field
      path={file.path}
      place={[fact.id, key]}
      label={words[key]}
      parts={[{ key: "value", says: words[key], ...how }]}
      now={fact[key]}
      base={base?.[key]}
      saved={saved}
    />
  );
  return (
    <details class="paper fact" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="row-main">
          {fact.id}: <b>{said}</b>
        </span>
        <span class="soft">
          {words.until} {fact.until}
        </span>
        {fact.changed && <b class="mark">{words.changed}</b>}
      </summary>
      <Complaints of={fact.complaints} />
      {open && (
        <>
          <Field
            path={file.path}
            place={[fact.id, "value"]}
            label={words.value}
            parts={
              typeof fact.value === "string"
                ? [{ key: "value", says: words.value }]
                : [
                    { key: "vi", says: words.vi },
                    { key: "en", says: words.en },
                  ]
            }
            now={fact.value}
            base={base?.value}
            saved={saved}
          />
          {plain("from", { type: "date" })}
          {plain("until", { type: "date" })}
          {plain("checked", { type: "date" })}
          {plain("source", { oneOf: file.sources })}
          <NewSource path={file.path} fact={fact} saved={saved} />
        </>
      )}
    </details>
  );
}

/** So many at once; the rest is found by typing. */
const phrasesShown = 30;

export function PhrasesPage() {
  const { words } = useHand();
  const { is: lines, says, again } = useRead<readonly PhraseLine[]>("phrases");
  const [sought, setSought] = useState("");
  if (lines === undefined) return <p role="status">{says ?? words.opening}</p>;
  const found = lines.filter(({ id, vi, en }) =>
    folded(`${id} ${vi} ${en}`).includes(folded(sought)),
  );
  return (
    <div class="phrases">
      <h1>{words.phrases}</h1>
      <label class="find">
        <span>{words.find}</span>
        <input
          type="search"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </label>
      {found.slice(0, phrasesShown).map((line) => (
        <section key={line.id} class="paper">
          <h2>
            {line.id} {line.changed && <b class="mark">{words.changed}</b>}
          </h2>
          {(["vi", "en"] as const).map((language) => (
            <Field
              key={language}
              path={`phrases/${language}.yaml`}
              place={[line.id]}
              label={words[language]}
              parts={[{ key: "value", says: words[language] }]}
              now={line[language]}
              base={line.base[language]}
              saved={() => void again()}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
