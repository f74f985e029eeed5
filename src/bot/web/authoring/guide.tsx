import { useEffect, useRef, useState } from "preact/hooks";
import type { Guide, PreviewLine, StepLine } from "../wire/authoring.ts";
import { Complaints, Field } from "./field.tsx";
import { sayOf, useHand, useRead } from "./in-hand.ts";
import { edit, upload, write } from "./server.ts";

/** How often one looks who else is here, and what they wrote. */
const lookEvery = 15_000;

/** A guide: its steps, and the one being written. */
export function GuidePage({
  path,
  step,
}: {
  readonly path: string;
  readonly step?: string | undefined;
}) {
  const { words, language } = useHand();
  const asked = `guide?path=${encodeURIComponent(path)}${step === undefined ? "" : `&step=${encodeURIComponent(step)}`}`;
  const { is: fresh, says, again } = useRead<Guide>(asked);
  const last = useRef<Guide>(undefined);
  if (fresh !== undefined) last.current = fresh;
  const guide = fresh ?? (last.current?.path === path ? last.current : undefined);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void again();
    }, lookEvery);
    return () => clearInterval(timer);
  }, [again]);

  if (guide === undefined) return <p role="status">{says ?? words.opening}</p>;
  const open = guide.steps.find(({ id }) => id === step);
  const here = guide.others.filter(
    (one) => one.path === path && (step === undefined || one.step === step),
  );
  return (
    <div class={`guide${open === undefined ? "" : " with-step"}`}>
      <div class="steps">
        <Head guide={guide} saved={() => void again()} />
        <ol>
          {guide.steps.map((one) => (
            <li key={one.id}>
              <a
                href={`#${path}/${one.id}`}
                aria-current={one.id === step ? "true" : undefined}
                class="row"
              >
                <span class="row-main">{firstWords(one, language)}</span>
                <span class="row-side">
                  <span class="soft">{words.kinds[one.kind] ?? one.kind}</span>
                  {one.fields.some(isChanged) && <b class="mark">{words.changed}</b>}
                  <Marks of={one} />
                </span>
              </a>
            </li>
          ))}
        </ol>
        <p class="soft">{words.structure}</p>
      </div>
      {open !== undefined && (
        <div class="step" key={open.id}>
          <a class="quiet" href={`#${path}`}>
            ‹ {words.back}
          </a>
          <h2 tabIndex={-1}>{firstWords(open, language)}</h2>
          {here.map(({ name }) => (
            <p key={name} class="here" role="status">
              {words.here(name)}
            </p>
          ))}
          <Step guide={guide} step={open} again={() => void again()} />
        </div>
      )}
    </div>
  );
}

const isChanged = (field: StepLine["fields"][number]): boolean =>
  JSON.stringify(field.now) !== JSON.stringify(field.base);

const firstWords = (step: StepLine, language: "vi" | "en"): string =>
  step.fields.find(({ role }) => role === "says")?.now?.[language] ?? step.includes ?? step.id;

function Marks({ of }: { readonly of: StepLine }) {
  const { words } = useHand();
  const all = [...of.complaints, ...of.fields.flatMap(({ complaints }) => complaints)];
  const errors = all.filter(({ error }) => error).length;
  return (
    <>
      {errors > 0 && <b class="wrong">{words.errors(errors)}</b>}
      {all.length > errors && <span class="doubtful">{words.warnings(all.length - errors)}</span>}
    </>
  );
}

function Head({ guide, saved }: { readonly guide: Guide; readonly saved: () => void }) {
  const { words, language, name, notify } = useHand();
  const [until, setUntil] = useState(guide.reviewBy);
  const both = [
    { key: "vi", says: words.vi },
    { key: "en", says: words.en },
  ];
  const lacking = guide.answers.filter(({ now }) => now === undefined).length;
  async function approve(): Promise<void> {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    try {
      const at = { path: guide.path };
      if (until !== guide.reviewBy)
        await edit({ ...at, place: ["review-by"], before: guide.reviewBy, after: until });
      await edit({
        ...at,
        place: ["approved-by"],
        before: guide.approvedBy ?? null,
        after: { name, on: today },
      });
      saved();
    } catch (error) {
      notify(sayOf(error, words));
    }
  }
  return (
    <header class="guide-head">
      <a class="quiet" href="#guides">
        ‹ {words.back}
      </a>
      <h1>{guide.title?.now?.[language] ?? guide.id}</h1>
      {guide.usedBy.length > 0 && <p class="here">{words.usedBy(guide.usedBy.join(", "))}</p>}
      <Complaints of={guide.complaints} />
      {guide.title !== undefined && (
        <details>
          <summary>{words.guideTitle}</summary>
          <Field
            {...guide.title}
            path={guide.path}
            label={words.guideTitle}
            parts={both}
            saved={saved}
          />
        </details>
      )}
      {guide.answers.length > 0 && (
        <details>
          <summary>
            {words.guideAnswers}
            {lacking > 0 && <span class="soft"> · {words.answersLacking(lacking)}</span>}
          </summary>
          <p class="soft">{words.answersHint}</p>
          {guide.answers.map((answer) => (
            <Field
              key={answer.role}
              {...answer}
              path={guide.path}
              label={words.roles[answer.role] ?? words.otherRole}
              parts={both}
              saved={saved}
            />
          ))}
        </details>
      )}
      {guide.kind === "guide" && (
        <details class="approval">
          <summary>
            {guide.approvedBy === undefined
              ? words.unreviewed
              : words.approved(guide.approvedBy.name, guide.approvedBy.on)}
          </summary>
          <p class="soft">{words.approveHint}</p>
          <label>
            <span>{words.reviewBy}</span>
            <input
              type="date"
              value={until}
              onInput={({ currentTarget }) => setUntil(currentTarget.value)}
            />
          </label>
          <button type="button" class="side-button" onClick={() => void approve()}>
            {words.approve}
          </button>
        </details>
      )}
    </header>
  );
}

function Step({
  guide,
  step,
  again,
}: {
  readonly guide: Guide;
  readonly step: StepLine;
  readonly again: () => void;
}) {
  const { words } = useHand();
  const both = [
    { key: "vi", says: words.vi },
    { key: "en", says: words.en },
  ];
  return (
    <div class="step-parts">
      <div class="fields">
        {step.includes !== undefined && <p>{words.includes(step.includes)}</p>}
        <Complaints of={step.complaints} />
        {step.fields.map((field) => (
          <Field
            key={JSON.stringify(field.place)}
            {...field}
            path={guide.path}
            label={words.roles[field.role] ?? words.otherRole}
            parts={both}
            saved={again}
          />
        ))}
        {step.leads.length > 0 && <p class="soft">{words.leads(step.leads.join(", "))}</p>}
      </div>
      <div class="beside">
        {step.includes === undefined && <Preview of={step.previews} />}
        {step.screen !== undefined && <Picture screen={step.screen} again={again} />}
      </div>
    </div>
  );
}

function Preview({ of }: { readonly of: readonly PreviewLine[] }) {
  const { words } = useHand();
  const [at, setAt] = useState(0);
  const shown = of[at] ?? of[0];
  return (
    <section class="preview" aria-label={words.preview}>
      <h3>{words.preview}</h3>
      {shown === undefined ? (
        <p class="soft">{words.previewWaits}</p>
      ) : (
        <>
          <div class="pairs">
            {of.map(({ address, language }, index) => (
              <button
                key={`${address}${language}`}
                type="button"
                aria-pressed={index === at}
                onClick={() => setAt(index)}
              >
                {language === "en"
                  ? words.en
                  : words.addresses[address === "ba" || address === "anh" ? address : "none"]}
              </button>
            ))}
          </div>
          <div class="bubble" lang={shown.language} aria-live="polite">
            {shown.says.split("\n").map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </div>
          <ul class="shown-choices" lang={shown.language}>
            {shown.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
          {shown.explain !== undefined && (
            <div class="bubble more" lang={shown.language}>
              <p>{shown.explain}</p>
            </div>
          )}
          {shown.fixes.map(({ says, fix }) => (
            <div key={says} class="bubble more" lang={shown.language}>
              <p>
                <b>{says}</b>
              </p>
              {fix !== undefined && <p>{fix}</p>}
            </div>
          ))}
        </>
      )}
    </section>
  );
}

function Picture({
  screen,
  again,
}: {
  readonly screen: NonNullable<StepLine["screen"]>;
  readonly again: () => void;
}) {
  const { words, notify, touched } = useHand();
  const [sending, setSending] = useState(false);
  async function act(work: () => Promise<unknown>): Promise<void> {
    setSending(true);
    try {
      await work();
      again();
      touched();
    } catch (error) {
      notify(sayOf(error, words));
    }
    setSending(false);
  }
  return (
    <section class="own-picture" aria-label={words.picture}>
      <h3>{words.picture}</h3>
      <img src={screen.url} alt={screen.alt} />
      <p class="soft">{screen.own ? words.ownPicture : words.drawnPicture}</p>
      <label class="side-button file">
        {sending ? words.sending : words.choosePicture}
        <input
          type="file"
          accept="image/png,image/jpeg"
          disabled={sending}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = "";
            if (file !== undefined)
              void act(() => upload(`picture?screen=${encodeURIComponent(screen.id)}`, file));
          }}
        />
      </label>
      {screen.own && (
        <button
          type="button"
          class="quiet"
          disabled={sending}
          onClick={() => void act(() => write("picture-remove", { screen: screen.id }))}
        >
          {words.removePicture}
        </button>
      )}
      <p class="soft">{words.pictureHint}</p>
    </section>
  );
}
