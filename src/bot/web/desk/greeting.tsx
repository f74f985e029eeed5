import { useHand } from "./in-hand.ts";

/** Once, to whoever has just come in: what happens here; and to a coordinator, what to do on the first day. */
export function Greeting() {
  const { desk, me, words } = useHand();
  const says = {
    propagandist: words.greeting,
    coordinator: words.greeting,
    author: words.greetingAuthor,
    manager: words.greetingManager,
  } as const;
  return (
    <div class="greeting">
      <p>{says[me.rank](me.name)}</p>
      {me.rank === "coordinator" && (
        <>
          <p>{words.firstDay}</p>
          <ol>
            <li>{words.firstDayInvite}</li>
            <li>{words.firstDayCards}</li>
            <li>
              {words.firstDayTry}{" "}
              <a href="/" target="_blank" rel="noopener">
                {words.firstDayPage}
              </a>
            </li>
          </ol>
        </>
      )}
      <button type="button" class="side-button" onClick={() => desk.setGreeted()}>
        {words.understood}
      </button>
    </div>
  );
}
