import type { ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";
import { Icon } from "./icons.tsx";
import type { Came } from "./may-do.ts";
import { PersonIcon } from "./person-icons.tsx";
import type { PersonWords } from "./person-words.ts";
import type { Words } from "./words.ts";

/** Sent, arrived, seen: as far as the platform of whoever helps tells. */
export function Come({
  words,
  entry,
  come,
}: {
  words: Words & PersonWords;
  entry: Entry;
  come: Came;
}) {
  const { theirs, newest } = come;
  const far = howFar(entry.seq, theirs);
  if (far === "lost") return <span class="lost"> {words.notArrived}</span>;
  const said = entry.seq === newest && theirs !== undefined;
  return (
    <span class={`come ${far}`}>
      {" "}
      {far === "sent" ? <Icon name="check" /> : <PersonIcon name="checks" />}
      <span class={said ? "" : "heard"}>{words[far]}</span>
    </span>
  );
}

function howFar(seq: number, theirs: ChatState["theirs"]): "sent" | "reached" | "seen" | "lost" {
  if (theirs === undefined) return "sent";
  if (seq <= theirs.seen) return "seen";
  if (seq <= theirs.reached) return "reached";
  return theirs.lost !== undefined && seq >= theirs.lost ? "lost" : "sent";
}
