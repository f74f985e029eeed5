/**
 * The tables, in numbered steps that only go forward. A shipped step never changes: a new one is added.
 * A server that meets a file with more steps than it knows refuses to start; a command run beside a running
 * server never takes a step (`open-file.ts`).
 *
 * Every row has its commune. Exceptions serve the whole house: editions and kept files (named by what is in them),
 * settings, secrets, and the list of steps itself.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: "the first tables",
    sql: `
create table accounts (
  id text primary key,
  commune text not null,
  channel text not null
) strict;

create table conversations (
  id text primary key,
  commune text not null,
  account text not null references accounts (id),
  peer text not null,
  revision integer not null,
  saved text,
  -- The last sequence given to a line, and the last one shown to the person.
  seq integer not null,
  shown integer not null,
  return_code text,
  return_code_hash text,
  made_at integer not null,
  turned_at integer,
  unique (account, peer)
) strict;
create unique index conversations_by_return_code on conversations (commune, return_code_hash)
  where return_code_hash is not null;

-- state: pending, taken, parked, erased. turn and seq are there once taken; seq only where a person wrote.
create table inbox (
  position integer primary key,
  commune text not null,
  account text not null,
  key text not null,
  conversation text not null references conversations (id),
  origin text references conversations (id),
  state text not null,
  kind text not null,
  payload text,
  answer text,
  why text,
  at integer not null,
  parked_at integer,
  turn integer,
  seq integer,
  unique (account, key)
) strict;
create index inbox_by_conversation on inbox (conversation, seq);
create index inbox_by_origin on inbox (origin) where origin is not null;
create index inbox_pending on inbox (position) where state = 'pending';
create index inbox_parked on inbox (position) where state = 'parked';

-- state: waiting, sent, parked. awaited: 1 when a person or another conversation caused it, 0 when a timer did.
create table replies (
  conversation text not null references conversations (id),
  turn integer not null,
  position integer not null,
  commune text not null,
  account text not null references accounts (id),
  seq integer not null,
  state text not null,
  payload text,
  choices integer not null,
  asks integer not null,
  awaited integer not null,
  about text,
  media text,
  at integer not null,
  next_at integer not null,
  attempts integer not null,
  sent_at integer,
  platform_id text,
  why text,
  primary key (conversation, turn, position)
) strict;
create unique index replies_by_seq on replies (conversation, seq);
create index replies_waiting on replies (account, conversation, seq) where state = 'waiting';
create index replies_parked on replies (at) where state = 'parked';
create index replies_by_platform_id on replies (conversation, platform_id) where platform_id is not null;
create index replies_by_case on replies (about) where about is not null;
create index replies_by_media on replies (media) where media is not null;

create table timers (
  conversation text not null references conversations (id),
  name text not null,
  commune text not null,
  scope text not null,
  at integer not null,
  about text,
  primary key (conversation, name)
) strict;
create index timers_by_time on timers (at);

create table cases (
  id text primary key,
  commune text not null,
  conversation text not null references conversations (id),
  state text not null,
  opened_at integer not null,
  waiting_since integer not null,
  next_at integer,
  closed_at integer,
  claimed_by text,
  called text not null,
  wants text not null,
  village text,
  field text,
  flow text,
  outcome text,
  card text,
  phone text
) strict;
create index cases_by_conversation on cases (conversation);
create index cases_open on cases (commune, waiting_since) where state <> 'closed';
create index cases_closed on cases (commune, closed_at) where state = 'closed';

create table case_notes (
  case_id text not null references cases (id),
  key text not null,
  commune text not null,
  by text,
  text text,
  at integer not null,
  primary key (case_id, key)
) strict;

create table case_reads (
  case_id text not null references cases (id),
  who text not null,
  commune text not null,
  seq integer not null,
  primary key (case_id, who)
) strict;

-- Without a conversation once its resident was erased.
create table journeys (
  id text primary key,
  commune text not null,
  conversation text references conversations (id),
  flow text not null,
  field text not null,
  village text,
  last_step text not null,
  helped text not null,
  outcome text,
  begun_at integer not null,
  finished_at integer,
  moved_at integer not null
) strict;
create index journeys_by_conversation on journeys (conversation) where conversation is not null;
create index journeys_by_begun on journeys (commune, begun_at);
create index journeys_by_finished on journeys (commune, finished_at) where finished_at is not null;

create table journey_events (
  journey text not null references journeys (id) on update cascade,
  position integer not null,
  commune text not null,
  moment text not null,
  flow text not null,
  field text not null,
  village text,
  step text not null,
  helped text not null,
  outcome text,
  at integer not null,
  primary key (journey, position)
) strict;

-- The record: a row each time it was given or taken back.
create table consents (
  conversation text not null references conversations (id),
  turn integer not null,
  position integer not null,
  commune text not null,
  purpose text not null,
  given integer not null,
  text_version text not null,
  at integer not null,
  primary key (conversation, turn, position)
) strict;

create table media (
  id text primary key,
  commune text not null,
  conversation text not null references conversations (id),
  form text not null,
  type text not null,
  bytes blob not null,
  at integer not null,
  -- Whoever holds the case may see it; before that it is its sender's alone.
  shared integer not null default 0
) strict;
create index media_by_conversation on media (conversation);
create index media_by_time on media (at);

create table propagandists (
  id text primary key,
  commune text not null,
  name text not null,
  role text not null,
  rank text not null,
  woman integer not null,
  office integer not null,
  villages text not null,
  duty integer not null,
  language text not null,
  conversation text references conversations (id)
) strict;
create index propagandists_by_commune on propagandists (commune);
create unique index propagandists_by_conversation on propagandists (conversation) where conversation is not null;

create table invitations (
  code_hash text primary key,
  commune text not null,
  rank text not null,
  name text not null,
  role text not null,
  village text not null,
  woman integer not null,
  office integer not null,
  expires_at integer not null,
  used_at integer,
  used_by text
) strict;

create table sign_in_links (
  code_hash text primary key,
  commune text not null,
  who text,
  expires_at integer not null,
  used_at integer
) strict;

create table sessions (
  id text primary key,
  commune text not null,
  who text not null references propagandists (id),
  opened_at integer not null
) strict;

-- Each publishing is a row; the last one is what runs.
create table publications (
  position integer primary key,
  id text not null,
  commune text not null,
  at integer not null,
  content text not null,
  editions text not null
) strict;

create table editions (
  id text primary key,
  flow text not null,
  expanded text not null
) strict;

create table settings (
  name text primary key,
  value text not null
) strict;

create table secrets (
  name text primary key,
  value text not null
) strict;
`,
  },
  {
    number: 2,
    name: "channels that hand out once, and count",
    sql: `
-- What a platform handed out and will not hand out again, until its turn is committed.
create table handed_out (
  position integer primary key,
  commune text not null,
  account text not null,
  peer text not null,
  key text not null,
  event text not null,
  at integer not null,
  unique (account, key)
) strict;

-- How a channel account stands with its platform, as its server last saw it.
create table channel_states (
  account text primary key references accounts (id),
  commune text not null,
  state text not null,
  since integer not null,
  name text,
  refusal text,
  refused_at integer
) strict;

-- Messages of one account in one calendar month of Vietnam, where the platform allows so many.
create table message_counts (
  account text not null references accounts (id),
  commune text not null,
  month text not null,
  inbound integer not null default 0,
  outbound integer not null default 0,
  primary key (account, month)
) strict;
`,
  },
  {
    number: 3,
    name: "platforms that count what we say",
    sql: `
-- How many of the platform's messages a reply took; 0 when it went out within another one.
alter table replies add column messages integer not null default 1;
-- Parked until the person writes again; and then sent late.
alter table replies add column held integer not null default 0;
alter table replies add column late integer not null default 0;
`,
  },
  {
    number: 4,
    name: "offers of help",
    // An older process never writes here; what it offers goes uncounted.
    sql: `
-- Help offered unasked: one row a day for one step of one journey. followed: what came of it, if anything did.
create table stuck (
  journey text not null references journeys (id) on update cascade,
  step text not null,
  day text not null,
  commune text not null,
  flow text not null,
  field text not null,
  village text,
  signal text not null,
  followed text,
  primary key (journey, step, day)
) strict;
create index stuck_by_day on stuck (commune, day);
`,
  },
  {
    // An older process writing beside this one leaves the new columns at what they say when nothing is said.
    number: 5,
    name: "working groups, hours and absences, photos, who was called",
    sql: `
create table working_groups (
  commune text not null,
  id text not null,
  says_vi text not null,
  says_en text not null,
  villages text not null,
  primary key (commune, id)
) strict;

alter table propagandists add column groups text not null default '[]';
alter table propagandists add column knows text not null default '[]';
alter table propagandists add column speaks text not null default '["vi"]';
alter table propagandists add column hours text not null default '[]';
alter table propagandists add column absences text not null default '[]';
-- The form of address that stands before the name.
alter table propagandists add column form text;
-- Missing while somebody is only on the list and has never used an invitation: nobody calls them.
alter table propagandists add column joined_at integer;
alter table propagandists add column left_at integer;
update propagandists set joined_at = 0;

create table propagandist_photos (
  who text primary key references propagandists (id),
  commune text not null,
  id text not null,
  type text not null,
  bytes blob not null,
  at integer not null
) strict;
create unique index propagandist_photos_by_id on propagandist_photos (id);

alter table invitations add column who text;
alter table invitations add column ended_at integer;
create index invitations_by_commune on invitations (commune, expires_at);
create index sessions_by_who on sessions (who);

alter table cases add column rung text;
alter table cases add column discreet integer not null default 0;

create table case_calls (
  case_id text not null,
  who text not null,
  commune text not null,
  rung text not null,
  at integer not null,
  primary key (case_id, who, at)
) strict;
create index case_calls_by_time on case_calls (commune, at);
create index cases_claimed on cases (commune, claimed_by) where state in ('claimed', 'resting');
create index timers_by_scope on timers (scope);
`,
  },
  {
    number: 6,
    name: "drafts, and a history that can be restored",
    sql: `
alter table publications add column published_by text;

-- What publications are made of, by hash: an older one is restored byte for byte.
create table kept_files (
  hash text primary key,
  bytes blob not null
) strict;

create table publication_files (
  publication integer not null references publications (position),
  commune text not null,
  path text not null,
  hash text not null references kept_files (hash),
  primary key (publication, path)
) strict;

-- The commune's one draft: files of content/ as they are to become. No bytes: the file is taken away.
create table draft_files (
  commune text not null,
  path text not null,
  base blob,
  bytes blob,
  by text not null,
  at integer not null,
  primary key (commune, path)
) strict;

create table draft_touches (
  commune text not null,
  path text not null,
  place text not null,
  by text not null,
  at integer not null,
  primary key (commune, path, place)
) strict;

-- A row while the draft is being written into the folder.
create table draft_writings (
  commune text primary key,
  by text not null,
  at integer not null
) strict;

create table try_links (
  code_hash text primary key,
  commune text not null,
  by text not null,
  expires_at integer not null
) strict;
`,
  },
  {
    number: 7,
    name: "what happened to cases",
    // An older process never writes here; what it does to cases goes uncounted.
    sql: `
-- The log the figures are made of: one row for each change of a case's state. waited: milliseconds, at a claim.
create table case_events (
  case_id text not null,
  position integer not null,
  commune text not null,
  moment text not null,
  at integer not null,
  by text,
  waited integer,
  rung text,
  within_hours integer not null,
  outcome text,
  village text,
  field text,
  flow text,
  channel text not null,
  primary key (case_id, position)
) strict;
create index case_events_by_time on case_events (commune, at);
`,
  },
  {
    number: 8,
    name: "steps read aloud",
    sql: `
-- A step read aloud: heard wherever these words are said, in this language. They are their reader's, and go
-- with them.
create table recordings (
  id text primary key,
  commune text not null,
  flow text not null,
  step text not null,
  mark text not null,
  speech text not null,
  by_whom text not null references propagandists (id) on delete cascade,
  at integer not null,
  type text not null,
  bytes blob not null,
  unique (commune, mark, speech)
) strict;
create index recordings_by_commune on recordings (commune, at);
create index recordings_by_whom on recordings (by_whom);
`,
  },
  {
    number: 9,
    name: "ways in by village",
    sql: `
-- What stands on a poster or a card: which village, and whose. The code is said and typed, so it is short.
create table ways_in (
  commune text not null,
  code text not null,
  village text not null,
  propagandist text not null default '',
  made_at integer not null,
  primary key (commune, code),
  unique (commune, village, propagandist)
) strict;
`,
  },
  {
    number: 10,
    name: "messages of a reply",
    sql: `
-- One reply may take several of a platform's messages; each is written down as it is accepted, so that a crash
-- between two of them neither repeats the first nor forgets that it was spent, and so that an answer which
-- quotes any of them finds its case. An old process writes none: then only the last message is known.
create table reply_messages (
  conversation text not null,
  platform_id text not null,
  commune text not null,
  turn integer not null,
  position integer not null,
  piece integer not null,
  at integer not null,
  primary key (conversation, platform_id),
  foreign key (conversation, turn, position) references replies (conversation, turn, position) on delete cascade
) strict;
create index reply_messages_by_reply on reply_messages (conversation, turn, position);
`,
  },
  {
    number: 11,
    name: "sitting beside",
    sql: `
-- Who sits beside whom today: a conversation that a propagandist's desk opens until it goes to another phone.
-- The label is what the propagandist calls them by; all of it is forgotten after a day.
create table beside (
  conversation text primary key,
  commune text not null,
  who text not null references propagandists (id) on delete cascade,
  peer text not null,
  label text not null,
  at integer not null
) strict;
create index beside_by_who on beside (who, at);
`,
  },
  {
    number: 12,
    name: "what has arrived",
    sql: `
-- Between sent and seen: the last line that the person's page or telephone is known to have, and the same for
-- whoever helps. An old process leaves them behind; then what was seen still counts as arrived.
alter table conversations add column reached integer not null default 0;
alter table case_reads add column reached integer not null default 0;
`,
  },
  {
    number: 13,
    name: "kinds of remarks",
    sql: `
-- What stands between those who help in a case is a note, a question to the coordinators or the answer to one. An old
-- process writes notes only and shows all of them as notes.
alter table case_notes add column as_kind text not null default 'note';
alter table case_notes add column of_key text;
create index case_notes_asked on case_notes (commune) where as_kind = 'question';
`,
  },
  {
    number: 14,
    name: "meetings",
    // An older process never writes here; what it agrees stands on the case alone.
    sql: `
-- Each meeting that was agreed, and how it went: an outcome of the case, "meet" when another was agreed instead,
-- "waiting" or "claimed" when the case went on without it; nothing while nobody has said.
create table meetings (
  case_id text not null references cases (id),
  position integer not null,
  commune text not null,
  at integer not null,
  place text,
  who text not null,
  ended_at integer,
  went text,
  primary key (case_id, position)
) strict;
create index meetings_by_time on meetings (commune, at);
`,
  },
  {
    number: 15,
    name: "ways in that end, and are counted",
    // An older process beside this one would still hand out an ended code; it counts nobody.
    sql: `
create table ways_in_anew (
  commune text not null,
  code text not null,
  -- Empty: a card of somebody who goes to several.
  village text not null default '',
  propagandist text not null default '',
  made_at integer not null,
  -- A code that was ended is never given to anybody else: it still stands on somebody's wall.
  ended_at integer,
  primary key (commune, code)
) strict;
insert into ways_in_anew (commune, code, village, propagandist, made_at)
  select commune, code, village, propagandist, made_at from ways_in;
drop table ways_in;
alter table ways_in_anew rename to ways_in;
create unique index ways_in_open on ways_in (commune, village, propagandist) where ended_at is null;

-- How many came by a code in a calendar month of Vietnam. opened: its page; came: into a conversation, by link
-- or by the typed code; begun: of these, who then began a guide.
create table way_in_counts (
  commune text not null,
  code text not null,
  month text not null,
  opened integer not null default 0,
  came integer not null default 0,
  begun integer not null default 0,
  primary key (commune, code, month)
) strict;
`,
  },
  {
    number: 16,
    name: "whether it helped, and who was sat beside",
    // An older process counts neither, and leaves a moved neighbour out of the list.
    sql: `
-- What was answered to "did it help?": for the figures, with the case's name and nothing of the person.
create table case_answers (
  case_id text primary key,
  commune text not null,
  day text not null,
  village text,
  field text,
  well integer not null
) strict;
create index case_answers_by_day on case_answers (commune, day);

-- How many people a propagandist sat beside on a day. Of them nothing.
create table beside_counts (
  who text not null,
  day text not null,
  commune text not null,
  people integer not null,
  primary key (who, day)
) strict;
create index beside_counts_by_day on beside_counts (commune, day);

-- Two who were sat beside may go on in one chat, as families share a phone.
create table besides (
  conversation text not null,
  commune text not null,
  who text not null references propagandists (id) on delete cascade,
  peer text not null,
  label text not null,
  at integer not null,
  primary key (conversation, peer)
) strict;
insert into besides (conversation, commune, who, peer, label, at)
  select conversation, commune, who, peer, label, at from beside;
drop table beside;
alter table besides rename to beside;
create index beside_by_who on beside (who, at);
`,
  },
  {
    number: 17,
    name: "telling people on their telephones",
    // An older process never writes here: whoever joined its turns hears of them on the page and in the chat.
    sql: `
-- Where a browser of a propagandist's can be reached while no page is open. It lives as long as the session it
-- was given in.
create table push_subscriptions (
  id integer primary key,
  session text not null unique references sessions (id) on delete cascade,
  commune text not null,
  who text not null,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  at integer not null
) strict;
create index push_subscriptions_by_who on push_subscriptions (who);

-- What is still to be told there, written with the turn that caused it; of one case the newest alone.
create table pushes (
  subscription integer not null references push_subscriptions (id) on delete cascade,
  case_id text not null,
  commune text not null,
  what text not null,
  at integer not null,
  next_at integer not null,
  attempts integer not null,
  primary key (subscription, case_id)
) strict;
create index pushes_by_time on pushes (next_at);
create index pushes_by_case on pushes (case_id);
`,
  },
  {
    number: 18,
    name: "what a month of an Official Account holds",
    // An older process beside this one counts neither, and goes on as if nobody counted.
    sql: `
-- Of the outbound messages those that were billed; and pictures carried up to the platform.
alter table message_counts add column billed integer not null default 0;
alter table message_counts add column pictures integer not null default 0;
`,
  },
  {
    number: 19,
    name: "visits without their people",
    // An older process that erases somebody forgets their visits whole, as before.
    sql: `
-- A visit whose resident erased everything, or never agreed to be remembered: that there was one, by whom, on which
-- day, in which village we know, and how it went.
create table past_visits (
  commune text not null,
  day text not null,
  village text,
  who text not null,
  went text
) strict;
create index past_visits_by_day on past_visits (commune, day);
`,
  },
  {
    number: 20,
    name: "online use",
    // An older process notes no sending; what it walks through counts when a newer one walks on.
    sql: `
-- When a dossier went off online, first.
alter table journeys add column sent_at integer;

-- How many dossiers the commune received in a month, as somebody of it entered them. Of one thing the last entry
-- counts; the ones before stay, with who and when. of: "" the whole commune, "village:<id>", "field:<id>".
create table dossier_counts (
  id integer primary key,
  commune text not null,
  month text not null,
  of text not null,
  -- At the counter; nothing: the numbers before are taken back.
  counter integer,
  -- All that came online, with or without us; nothing where it is not known.
  online integer,
  who text not null,
  at integer not null
) strict;
create index dossier_counts_by_month on dossier_counts (commune, month);
`,
  },
  {
    number: 21,
    name: "messages whose answer was lost",
    // An older process beside this one counts what was accepted alone, as before.
    sql: `
-- A message put before a platform that counts them, from before the call until what became of it is noted.
-- open: no answer yet; taken: accepted, and not noted with its reply; lost: it may have arrived.
create table sendings (
  id integer primary key,
  commune text not null,
  conversation text not null references conversations (id),
  turn integer not null,
  position integer not null,
  state text not null,
  at integer not null
) strict;
create index sendings_by_conversation on sendings (conversation, at);
create index sendings_open on sendings (id) where state = 'open';

-- Of the outbound messages those whose answer was lost.
alter table message_counts add column perhaps integer not null default 0;
`,
  },
  {
    number: 22,
    name: "the desk changed on the desk",
    // An older process goes on by desk.yaml alone.
    sql: `
-- What coordinators set of what desk.yaml says. Of one part the last row counts; the ones before stay, with who and
-- when.
create table desk_changes (
  id integer primary key,
  commune text not null,
  part text not null,
  -- Nothing: from then on as the file says.
  value text,
  -- What the file said at that moment.
  in_file text not null,
  who text not null,
  at integer not null
) strict;
create index desk_changes_by_commune on desk_changes (commune, id);
`,
  },
  {
    number: 23,
    name: "chats that take nothing",
    // An older process beside this one calls everybody as before.
    sql: `
-- Since then nothing arrived in this propagandist's chat, nor were they seen at the desk; nothing once something did.
alter table propagandists add column unheard_since integer;
create index propagandists_unheard on propagandists (conversation) where unheard_since is not null;
`,
  },
];
