/** What a resident's page is shown of its conversation. */
import type { Helper, Language, MediaId } from "../../flows/index.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { ChatRoutesOptions } from "./chat-door.ts";
import { entriesOf } from "./entries.ts";
import { helperReading } from "./helper-reading.ts";
import type { ChatNews, ChatOpened, ChatState } from "./wire/chat.ts";

/** How far back a page shows when it opens. */
export const historyShown = 60;
export const newsAtOnce = 200;

export interface ChatView {
  newsOf(row: ConversationRow, after: number): ChatNews;
  /** `label`: what whoever sits beside calls them. */
  openedOf(row: ConversationRow, label?: string): ChatOpened;
}

export function chatView(options: ChatRoutesOptions): ChatView {
  const { store } = options;

  const personOf = ({ id, name, role }: Helper) => {
    const photo = store.propagandist(id)?.photo;
    return { name, role, ...(photo === undefined ? {} : { photo: `/api/media/${photo}` }) };
  };

  const stateOf = (row: ConversationRow): ChatState => {
    const held = row.saved.case?.state;
    const theirs = helperReading(store, row);
    const { operator, telephone } = options.library().desk;
    const newest = store
      .lastLines(row.id, 30)
      .findLast((l) => l.what.is === "reply" && l.what.reply.choices.length > 0);
    return {
      ...(newest === undefined ? {} : { current: newest.seq }),
      ...(held?.is === "claimed" ? { withPerson: { ...personOf(held.by) } } : {}),
      ...(theirs === undefined ? {} : { theirs }),
      ...(row.saved.said === undefined
        ? {}
        : { mayRecall: row.saved.said.map((line) => String(line.turn)) }),
      ...(held === undefined || held.is === "waiting" ? {} : { mayShowPlace: held.by.name }),
      waitingForPerson: held?.is === "waiting",
      operator: operator[row.saved.language],
      ...(telephone === undefined ? {} : { telephone }),
      language: row.saved.language,
      ...(row.saved.speech === undefined ? {} : { speech: row.saved.speech }),
      ...(row.returnCode === undefined || row.revision === 0 ? {} : { returnCode: row.returnCode }),
    };
  };

  const isKept = (id: MediaId): boolean => store.isShared(id) !== undefined;
  const pictureIn = (language: Language) => (screen: string) =>
    options.pictures?.addressOf(screen, language);

  const newsOf = (row: ConversationRow, after: number): ChatNews => ({
    entries: entriesOf(store.lines(row.id, after, newsAtOnce), {
      earlier: (turn) => store.repliesOfTurn(row.id, turn),
      pictureOf: pictureIn(row.saved.language),
      isKept,
      language: row.saved.language,
    }),
    state: stateOf(row),
  });

  const openedOf = (row: ConversationRow, label?: string): ChatOpened => {
    const { desk } = options.library();
    const { language } = row.saved;
    return {
      entries: entriesOf(store.lastLines(row.id, historyShown), {
        earlier: (turn) => store.repliesOfTurn(row.id, turn),
        pictureOf: pictureIn(language),
        isKept,
        language,
      }),
      state: stateOf(row),
      header: {
        title: "Cầu Nối",
        trial: desk["approved-by"] === undefined,
        ...(options.draft === true ? { draft: true } : {}),
        ...(label === undefined ? {} : { beside: label }),
      },
    };
  };

  return { newsOf, openedOf };
}
