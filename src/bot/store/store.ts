/**
 * What the rest of the house asks of a database. Finished values go in, plain values come out; no callback,
 * no open transaction outside. Each file beside this one is what is asked about one thing, with the rows it
 * speaks of; the engine answers it in the file of the same name (`sqlite/`).
 *
 * Ids are text, instants integer milliseconds UTC, payloads JSON text. Every row has its commune. All personal
 * text is sealed (`sealed.ts` lists the columns); erasure reads the same list.
 */
import type { ConversationId } from "../../flows/index.ts";
import type { BesideStore } from "./beside.ts";
import type { CaseAnswerStore } from "./case-answers.ts";
import type { CaseEventStore } from "./case-events.ts";
import type { CaseStore } from "./cases.ts";
import type { ChannelStore } from "./channels.ts";
import type { ConversationStore } from "./conversations.ts";
import type { DeskChangeStore } from "./desk-changes.ts";
import type { DossierCountStore } from "./dossier-counts.ts";
import type { DraftStore } from "./drafts.ts";
import type { JourneyStore } from "./journeys.ts";
import type { LineStore } from "./lines.ts";
import type { MediaStore } from "./media.ts";
import type { MeetingStore } from "./meetings.ts";
import type { PeopleStore } from "./people.ts";
import type { PlatformMessageStore } from "./platform-messages.ts";
import type { PublicationStore } from "./publications.ts";
import type { PushStore } from "./pushes.ts";
import type { RecordingStore } from "./recordings.ts";
import type { RemarkStore } from "./remarks.ts";
import type { ReplyStore } from "./replies.ts";
import type { SendingStore } from "./sendings.ts";
import type { SettingStore } from "./settings.ts";
import type { SignInStore } from "./sign-in.ts";
import type { TurnStore } from "./turns.ts";
import type { WayInStore } from "./ways-in.ts";

export interface Erased {
  readonly messages: number;
  readonly replies: number;
  readonly journeys: number;
  readonly media: number;
}

export interface Store
  extends ConversationStore,
    TurnStore,
    ReplyStore,
    SendingStore,
    PlatformMessageStore,
    LineStore,
    ChannelStore,
    WayInStore,
    BesideStore,
    PushStore,
    PeopleStore,
    SignInStore,
    CaseStore,
    MeetingStore,
    RemarkStore,
    CaseEventStore,
    CaseAnswerStore,
    JourneyStore,
    DossierCountStore,
    DeskChangeStore,
    MediaStore,
    RecordingStore,
    PublicationStore,
    SettingStore,
    DraftStore {
  erase(conversation: ConversationId): Erased;
  backup(path: string): Promise<void>;
  close(): void;
}
