/** Tiny broken guides, one fault each: the sound guide of this folder with one line spoilt. */
import { type Change, soundText } from "./folder.ts";

const trees = "flows/cay-giong.yaml";
const oil = "flows/tien-dau.yaml";
export const mourning = "flows/tin-buon.yaml";
export const sending = "fragments/gui-don.yaml";
export const facts = "facts/cay.yaml";
const screens = "screens/trang.yaml";

export interface Broken {
  readonly fault: string;
  readonly change: Change | readonly Change[];
  /** Where it is noticed, when not in the changed file. */
  readonly file?: string;
  /** Words on the line that must be named; without it no line is known. */
  readonly on?: string;
  readonly step?: string;
  /** What is said, in English. */
  readonly says: RegExp;
  readonly warning?: true;
}

export const change = (file: string, from: string, to: string): Change => ({ file, from, to });
export const says = (from: string, to: string): Change => change(trees, from, to);

/** The line of the sound guide that answers what is asked at any step. */
const answered = `about: { cost: { vi: "Cây không mất tiền.", en: "The trees are free." } }\n`;

export const corpus: readonly Broken[] = [
  // Shape
  {
    fault: "a bracket is not closed",
    change: says("leads-to: day-given }", "leads-to: day-given"),
    on: "day-given:",
    says: /cannot be read/,
  },
  {
    fault: "words begin with a star",
    change: says('vi: "Có rồi"', "vi: *rồi"),
    on: "at-hand: {",
    says: /words that begin with \* cannot be read/,
  },
  {
    fault: "words begin with an ampersand",
    change: says('vi: "Có rồi"', "vi: &rồi"),
    on: "at-hand: {",
    says: /words that begin with & cannot be read/,
  },
  {
    fault: "words begin with an exclamation mark",
    change: says('vi: "Có rồi"', "vi: !xong Có rồi"),
    on: "at-hand: {",
    says: /words that begin with ! cannot be read/,
  },
  {
    fault: "a step is written twice",
    change: says("  not-this-year:\n", "  planted:\n"),
    on: "planted:\n    kind: finish\n    outcome: done",
    says: /cannot be read here: Map keys must be unique/,
  },
  {
    fault: "a key is misspelt",
    change: says("    leads-to: fetch-trees", "    leads-to: fetch-trees\n    explian: x"),
    on: "explian",
    step: "about-day",
    says: /has "explian"/,
  },
  {
    fault: "a kind of step nobody knows",
    change: change(mourning, "kind: finish", "kind: finis"),
    on: "kind: finis",
    step: "read-aloud",
    says: /"kind" is not one of the values allowed/,
  },
  {
    fault: "an id in capitals",
    change: says("never-had: {", "NeverHad: {"),
    on: "NeverHad",
    step: "slip-at-hand",
    says: /small letters/,
  },
  {
    fault: "English is missing",
    change: says('{ vi: "bó cây giống", en: "a bundle of seedlings" }', '{ vi: "bó cây giống" }'),
    on: "bó cây giống",
    step: "fetch-trees",
    says: /"sign" has no English/,
  },
  {
    fault: "an answer to what nobody is asked",
    change: says(answered, 'about: { fee: { vi: "Không mất tiền.", en: "It is free." } }\n'),
    on: "fee",
    says: /has "fee"/,
  },
  {
    fault: "an answer in one language",
    change: says(answered, 'about: { cost: { vi: "Không mất tiền." } }\n'),
    on: "Không mất tiền.",
    says: /"about → cost" has no English/,
  },
  {
    fault: "Vietnamese is missing",
    change: says('{ vi: "Mất rồi", en: "I lost it" }', '{ en: "I lost it" }'),
    on: "I lost it",
    step: "slip-at-hand",
    says: /"choices → lost → says" has no Vietnamese/,
  },
  {
    fault: "a task without a sign",
    change: says('    sign: { vi: "bó cây giống", en: "a bundle of seedlings" }\n', ""),
    on: "fetch-trees:\n    kind",
    step: "fetch-trees",
    says: /lacks "sign"/,
  },
  {
    fault: "a trouble without a mend",
    change: says(", human: true }", " }"),
    on: "error-page: {",
    step: "open-list",
    says: /a trouble needs a fix/,
  },
  {
    fault: "a question with one answer",
    change: change(
      oil,
      '      more: { says: { vi: "Nhiều hơn", en: "More than one" }, leads-to: meet-somebody }\n',
      "",
    ),
    on: "choices:",
    step: "lamps-at-home",
    says: /two to four choices/,
  },
  {
    fault: "a question with five answers",
    change: change(
      oil,
      "      one: {",
      `${["a", "b", "c"]
        .map((id) => `      ${id}: { says: { vi: "${id}", en: "${id}" }, leads-to: sign-list }\n`)
        .join("")}      one: {`,
    ),
    on: "choices:",
    step: "lamps-at-home",
    says: /two to four choices/,
  },
  {
    fault: "a reminder with two days",
    change: says("{ on: day-given, plus-days: -1,", "{ on: day-given, after-days: 3,"),
    on: "after-days",
    step: "fetch-trees",
    says: /one of after-days, after-working-days, due and on/,
  },
  {
    fault: "a list of one paper",
    change: change(
      oil,
      '      bottle: { says: { vi: "Chai đựng dầu", en: "A bottle for the oil" } }\n',
      "",
    ),
    on: "items:",
    step: "things-at-hand",
    says: /a list has two to eight papers/,
  },
  {
    fault: "a paper without English",
    change: change(oil, 'vi: "Chai đựng dầu", en: "A bottle for the oil"', 'vi: "Chai đựng dầu"'),
    on: "Chai đựng dầu",
    step: "things-at-hand",
    says: /"items → bottle → says" has no English/,
  },
  {
    fault: "a missing paper that nobody helps with",
    change: change(oil, 'en: "There is no lamp" }, human: true', 'en: "There is no lamp" }'),
    on: "no-lamp",
    step: "things-at-hand",
    says: /a trouble with papers has human: true or leads-to/,
  },
  {
    fault: "two papers alike without marks",
    change: change(oil, "Chai đựng dầu", "Cay den cu"),
    on: "Cay den cu",
    step: "things-at-hand",
    says: /"bottle" and "lamp" are the same once typed without marks/,
  },
  {
    fault: "a list of papers that leads to nothing",
    change: change(
      oil,
      "human: true }\n    leads-to: sign-list",
      "human: true }\n    leads-to: sing-list",
    ),
    on: "sing-list",
    step: "things-at-hand",
    says: /leads to "sing-list", which is not a step/,
  },
  {
    fault: "a mark for hard steps that is no mark",
    change: change(oil, "hard: true", "hard: very"),
    on: "hard:",
    step: "things-at-hand",
    says: /"hard" is not one of the values allowed/,
  },
  {
    fault: "an include of two things",
    change: says("fragment: gui-don, leads-to", "fragment: gui-don, flow: tin-buon, leads-to"),
    on: "send-request: {",
    step: "send-request",
    says: /either a flow or a fragment/,
  },
  {
    fault: "a label drawn without its source",
    change: change(
      screens,
      '{ kind: bar, label: "Cây giống", source: sample }',
      '{ kind: bar, label: "Cây giống" }',
    ),
    on: "kind: bar",
    says: /a label with its source/,
  },
  {
    fault: "a day that is no day",
    change: change(mourning, "review-by: 2027-06-30", "review-by: 30/6/2027"),
    on: "review-by",
    says: /must be a day/,
  },
  {
    fault: "no source at all",
    change: change(mourning, "sources: [sample]", "sources: []"),
    on: "sources",
    says: /"sources" is too little/,
  },
  {
    fault: "a file named otherwise than its flow",
    change: change(mourning, "flow: tin-buon", "flow: tin-buon-moi"),
    on: "flow: tin-buon-moi",
    says: /the file is called "tin-buon"/,
  },
  {
    fault: "a file that is missing",
    change: { file: "desk.yaml", gone: true },
    says: /is missing/,
  },
  {
    fault: "a fact in two files",
    change: {
      file: "facts/lai.yaml",
      whole: soundText(facts).slice(0, soundText(facts).indexOf("village-phone")),
    },
    on: "seedling-days",
    says: /already in facts\/cay.yaml/,
  },

  // Roads
  {
    fault: "a step leads to nothing",
    change: says("leads-to: about-day\n", "leads-to: about-dya\n"),
    on: "about-dya",
    step: "day-given",
    says: /leads to "about-dya"/,
  },
  {
    fault: "the beginning is no step",
    change: says("begins: slip-at-hand", "begins: slip-in-hand"),
    on: "begins:",
    says: /begins at "slip-in-hand"/,
  },
  {
    fault: "nothing leads to a step",
    change: says("leads-to: not-this-year }", "leads-to: ask-somebody }"),
    on: "not-this-year:",
    step: "not-this-year",
    says: /nothing leads to/,
  },
  {
    fault: "no end can be reached",
    change: [
      says(
        'en: "Another name" }, leads-to: ask-somebody }',
        'en: "Another name" }, leads-to: round }',
      ),
      says(
        "  not-this-year:\n",
        '  round:\n    kind: do\n    here: true\n    says: { vi: "Đợi.", en: "Wait." }\n    sign: { vi: "tin", en: "a message" }\n    leads-to: and-again\n  and-again: { kind: tell, says: { vi: "Lại.", en: "Again." }, leads-to: round }\n  not-this-year:\n',
      ),
    ],
    on: "round:\n    kind",
    step: "round",
    says: /cannot reach a finish or a person/,
  },
  {
    fault: "a round without a question",
    change: [
      says('en: "I lost it" }, leads-to: ask-somebody }', 'en: "I lost it" }, leads-to: round }'),
      says(
        "  not-this-year:\n",
        '  round: { kind: tell, says: { vi: "Đợi.", en: "Wait." }, leads-to: again }\n  again: { kind: tell, says: { vi: "Lại.", en: "Again." }, leads-to: round }\n  not-this-year:\n',
      ),
    ],
    on: "round: { kind",
    step: "round",
    says: /goes round without a question: round → again → round/,
  },
  {
    fault: "two messages in a row",
    change: says(
      "    leads-to: fetch-trees\n",
      '    leads-to: also\n  also:\n    kind: tell\n    says: { vi: "Cây còn nhỏ.", en: "They are small." }\n    leads-to: fetch-trees\n',
    ),
    on: "about-day:",
    step: "about-day",
    says: /"also" after it only tells/,
  },
  {
    fault: "two messages in a row, the second in a fragment",
    change: [
      says(
        "leads-to: day-given }\n",
        "leads-to: day-given }\n  also: { kind: include, fragment: loi-nhan, leads-to: fetch-trees }\n",
      ),
      says("leads-to: fetch-trees\n  fetch", "leads-to: also\n  fetch"),
      {
        file: "fragments/loi-nhan.yaml",
        whole:
          'fragment: loi-nhan\nsources: [sample]\nreview-by: 2027-06-30\nbegins: word\nsteps:\n  word:\n    kind: tell\n    says: { vi: "Cây còn nhỏ.", en: "They are small." }\n    leads-to: over\n  over: { kind: finish, outcome: done, says: { vi: "Hết.", en: "Over." } }\n',
      },
    ],
    file: trees,
    on: "about-day:",
    step: "about-day",
    says: /"also\/word" after it only tells/,
  },

  // Includes
  {
    fault: "an include of nothing",
    change: change(oil, "fragment: gui-don", "fragment: gui-dom"),
    on: "gui-dom",
    step: "sign-list",
    says: /includes the fragment "gui-dom", which does not exist/,
  },
  {
    fault: "a fragment inside itself",
    change: change(
      sending,
      "    leads-to: sent\n",
      "    leads-to: again\n  again: { kind: include, fragment: gui-don, leads-to: sent }\n",
    ),
    on: "again: {",
    step: "again",
    says: /includes this one again: fragment gui-don → fragment gui-don/,
  },
  {
    fault: "an include nobody comes out of",
    change: [
      change(
        mourning,
        "    leads-to: read-aloud",
        "    leads-to: with-oil\n  with-oil: { kind: include, fragment: tien-dau, leads-to: read-aloud }",
      ),
      {
        file: "fragments/tien-dau.yaml",
        whole:
          'fragment: tien-dau\nsources: [sample]\nreview-by: 2027-06-30\nbegins: ask\nsteps:\n  ask: { kind: hand-over, says: { vi: "Để người giúp.", en: "A person will." } }\n',
      },
    ],
    on: "with-oil: {",
    step: "with-oil",
    says: /no finish with outcome: done/,
  },
  {
    fault: "an include with nothing in it",
    change: [
      change(oil, "fragment: gui-don", "fragment: rong"),
      {
        file: "fragments/rong.yaml",
        whole:
          'fragment: rong\nsources: [sample]\nreview-by: 2027-06-30\nbegins: over\nsteps:\n  over: { kind: finish, outcome: done, says: { vi: "Hết.", en: "Over." } }\n',
      },
    ],
    file: oil,
    on: "fragment: rong",
    step: "sign-list",
    says: /nothing in it to do/,
  },

  {
    fault: "an include entered at a step that is not there",
    change: says("fragment: gui-don,", "fragment: gui-don, begins: press-sent,"),
    on: "begins: press-sent",
    step: "send-request",
    says: /enters at "press-sent", which is not a step of fragments\/gui-don.yaml/,
  },
  {
    fault: "an include entered at its end",
    change: says("fragment: gui-don,", "fragment: gui-don, begins: sent,"),
    on: "begins: sent",
    step: "send-request",
    says: /enters at "sent", which is an end/,
  },
  {
    fault: "an include entered behind the date it reminds of",
    change: [
      says("fragment: gui-don,", "fragment: hen-ngay, begins: go,"),
      {
        file: "fragments/hen-ngay.yaml",
        whole:
          'fragment: hen-ngay\nsources: [sample]\nreview-by: 2027-06-30\nbegins: which-day\nsteps:\n  which-day:\n    kind: ask\n    says: { vi: "Hẹn ngày nào?", en: "Which day?" }\n    answer: date\n    example: { vi: "ví dụ 24/11", en: "for example 24/11" }\n    leads-to: go\n  go:\n    kind: do\n    here: true\n    says: { vi: "Hôm ấy đi lấy phiếu.", en: "Fetch the slip that day." }\n    sign: { vi: "tờ phiếu", en: "the slip" }\n    reminds:\n      - { on: which-day, plus-days: -1, says: { vi: "Mai đi lấy phiếu.", en: "Tomorrow is the day." } }\n    leads-to: over\n  over: { kind: finish, outcome: done, says: { vi: "Hết.", en: "Over." } }\n',
      },
    ],
    file: trees,
    on: "begins: go",
    step: "send-request",
    says: /enters at "go", after the date of "which-day", by which it reminds later/,
  },

  // What is named
  {
    fault: "a source nobody wrote down",
    change: change(mourning, "sources: [sample]", "sources: [sampel]"),
    on: "sources",
    says: /names the source "sampel"/,
  },
  {
    fault: "a fact whose source nobody wrote down",
    change: change(facts, "source: sample", "source: simple"),
    on: "source: simple",
    says: /names the source "simple"/,
  },
  {
    fault: "a label whose source nobody wrote down",
    change: change(
      screens,
      'label: "Cây giống", source: sample',
      'label: "Cây giống", source: simple',
    ),
    on: "Cây giống",
    says: /names the source "simple"/,
  },
  {
    fault: "a screen nobody described",
    change: says("screen: trang/danh-sach", "screen: trang/danh-sac"),
    on: "trang/danh-sac",
    step: "open-list",
    says: /shows the screen "trang\/danh-sac"/,
  },
  {
    fault: "a next guide that is none",
    change: says("next: [tien-dau]", "next: [tien-dua]"),
    on: "tien-dua",
    step: "planted",
    says: /offers "tien-dua", which is no guide/,
  },
  {
    fault: "a next guide not written yet",
    change: says("next: [tien-dau]", "next: [phan-bon]"),
    on: "phan-bon",
    step: "planted",
    says: /offers "phan-bon", which is not written yet/,
    warning: true,
  },
  {
    fault: "a reminder by a day nobody was asked",
    change: says("on: day-given", "on: about-day"),
    on: "on: about-day",
    step: "fetch-trees",
    says: /no step asking for a date/,
  },
  {
    fault: "renamed to nothing",
    change: change(mourning, "who-died: name-of-deceased", "who-died: name-of-dead"),
    on: "renamed",
    says: /renames "who-died" to "name-of-dead"/,
  },
  {
    fault: "renamed and still there",
    change: change(mourning, "who-died: name-of-deceased", "read-aloud: name-of-deceased"),
    on: "renamed",
    says: /there still is a step "read-aloud"/,
  },
  {
    fault: "a desk in no commune",
    change: change("desk.yaml", "commune: xa-mau", "commune: xa-mao"),
    on: "commune:",
    says: /the commune "xa-mao" is not in places/,
  },
  {
    fault: "a telephone that is none",
    change: change("desk.yaml", "telephone-fact: village-phone", "telephone-fact: seedling-days"),
    on: "telephone-fact",
    says: /no fact of kind: phone/,
  },

  // Age
  {
    fault: "a lapsed fact",
    change: change(facts, "until: 2027-06-30", "until: 2026-11-21"),
    on: "until: 2026-11-21",
    says: /lapsed on 2026-11-21/,
    warning: true,
  },
  {
    fault: "a fact that lapses soon",
    change: change(facts, "until: 2027-06-30", "until: 2026-12-01"),
    on: "until: 2026-12-01",
    says: /lapses soon/,
    warning: true,
  },
  {
    fault: "a fact of next year",
    change: change(facts, "from: 2026-01-01", "from: 2027-01-01"),
    on: "from: 2027-01-01",
    says: /not quoted before 2027-01-01/,
    warning: true,
  },
  {
    fault: "a fact that ends before it begins",
    change: change(facts, "until: 2027-06-30", "until: 2025-06-30"),
    on: "until: 2025-06-30",
    says: /before it begins/,
  },
  {
    fault: "a fact checked tomorrow",
    change: change(facts, "checked: 2026-11-01", "checked: 2026-11-23"),
    on: "checked: 2026-11-23",
    says: /still to come/,
  },
  {
    fault: "a guide due for review",
    change: change(mourning, "review-by: 2027-06-30", "review-by: 2026-11-21"),
    on: "review-by",
    says: /due for review/,
    warning: true,
  },

  // Buttons and screens
  {
    fault: "two answers alike without marks",
    change: says('vi: "Mất rồi"', 'vi: "Cớ rơi"'),
    on: "Cớ rơi",
    step: "slip-at-hand",
    says: /"lost" and "at-hand" are the same once typed without marks: "co roi"/,
  },
  {
    fault: "two troubles alike",
    change: says('en: "It shows an error"', 'en: "I see no button!"'),
    on: "I see no button!",
    step: "open-list",
    says: /the same once typed/,
  },
  {
    fault: "an answer like a shared button",
    change: says('vi: "Mất rồi"', 'vi: "Lời more"'),
    on: "Lời more",
    step: "slip-at-hand",
    says: /the shared button "Lời more" are the same/,
  },
  {
    fault: "a number at another place",
    change: change(oil, 'vi: "Một đèn"', 'vi: "2"'),
    on: 'vi: "2"',
    step: "lamps-at-home",
    says: /reads 2 but stands at 1/,
  },
  {
    fault: "an answer whose id fits no button",
    change: says("never-had: {", `${"never-".repeat(7)}had: {`),
    on: "never-never",
    step: "slip-at-hand",
    says: /has 45 letters/,
  },
  {
    fault: "a screen with nothing to press",
    change: change(screens, ", press: true", ""),
    on: "elements:",
    says: /marks nothing to press/,
  },
  {
    fault: "a screen with two things to press",
    change: change(screens, "{ kind: bar,", "{ kind: bar, press: true,"),
    on: "elements:",
    says: /marks 2 things to press/,
  },
  {
    fault: "a label with no screen to show it",
    change: says("    screen: trang/danh-sach\n", ""),
    on: '    says: { vi: "{You} bấm nút “Danh sách”',
    step: "open-list",
    says: /without a screen/,
    warning: true,
  },
  {
    fault: "a task outside the chat without a picture",
    change: change(sending, "    screen: trang/gui\n", ""),
    on: "says:",
    step: "press-send",
    says: /has no screen to show/,
    warning: true,
  },
  {
    fault: "success that is not proved",
    change: change(sending, "    prove: true\n", ""),
    on: "sign:",
    step: "press-send",
    says: /does not ask about it/,
    warning: true,
  },

  // Words
  {
    fault: "bạn",
    change: says("Vậy năm nay chưa có phiếu. {You} hỏi", "Vậy năm nay chưa có phiếu. Bạn hỏi"),
    on: "Bạn hỏi",
    step: "not-this-year",
    says: /writes the word of address "Bạn"/,
  },
  {
    fault: "bác at the beginning",
    change: says('vi: "{You} kéo trang', 'vi: "Bác kéo trang'),
    on: "Bác kéo",
    step: "open-list",
    says: /"Bác"/,
  },
  {
    fault: "chị after a comma",
    change: says("Đúng ngày, {you} mang", "Đúng ngày, chị mang"),
    on: "chị mang",
    step: "fetch-trees",
    says: /"chị"/,
  },
  {
    fault: "a question that ends in a word of address",
    change: says('chưa?", en: "Do you', 'chưa bà?", en: "Do you'),
    on: "chưa bà?",
    step: "slip-at-hand",
    says: /"bà"/,
  },
  {
    fault: "cụ before ơi",
    change: says("Phiếu là tờ", "Cụ ơi, phiếu là tờ"),
    on: "Cụ ơi",
    step: "slip-at-hand",
    says: /"Cụ"/,
  },
  {
    fault: "bà con said to one",
    change: says("{You} hỏi lại", "Bà con hỏi lại"),
    on: "Bà con",
    step: "not-this-year",
    says: /"Bà con"/,
  },
  {
    fault: "ourselves as cháu",
    change: says("Để người giúp hỏi", "Để cháu hỏi"),
    on: "Để cháu",
    step: "ask-somebody",
    says: /"cháu" itself/,
  },
  {
    fault: "perhaps a word of address",
    change: says("ra nhà văn hoá.", "ra chỗ bác."),
    on: "ra chỗ bác",
    step: "fetch-trees",
    says: /if it addresses the resident/,
    warning: true,
  },
  {
    fault: "a shared line that addresses",
    change: change("phrases/vi.yaml", "Lời listen", "Bác bấm để nghe"),
    on: "listen:",
    says: /"Bác" itself/,
  },
  {
    fault: "a place nobody fills",
    change: says("cho {you}.", "cho {your}."),
    on: "{your}",
    step: "ask-somebody",
    says: /what to put into \{your\}/,
  },
  {
    fault: "an unknown fact",
    change: says("trong {fact:seedling-days}", "trong {fact:seedling-day}"),
    on: "{fact:seedling-day}",
    step: "about-day",
    says: /quotes \{fact:seedling-day\}/,
  },
  {
    fault: "days counted by an unknown fact",
    change: says("trong {fact:seedling-days}", "trước {due:seedling-day}"),
    on: "{due:seedling-day}",
    step: "about-day",
    says: /quotes \{due:seedling-day\}/,
  },
  {
    fault: "days counted by what is no number of working days",
    change: says("trong {fact:seedling-days}", "trước {due:seedling-days}"),
    on: "{due:seedling-days}",
    step: "about-day",
    says: /"seedling-days" is no number of working days/,
  },
  {
    fault: "a reminder for a day nobody can count",
    change: says("{ on: day-given, plus-days: -1,", "{ due: seedling-days,"),
    on: "due: seedling-days",
    step: "fetch-trees",
    says: /reminds by "seedling-days", which is no number of working days/,
  },
  {
    fault: "working days in words",
    change: change(facts, "kind: duration", "kind: working-days"),
    on: "value:",
    says: /a number of days, like 3/,
  },
  {
    fault: "days off that are no days",
    change: change(
      facts,
      'value: "19000000"\n  kind: phone',
      'value: "2027-02-30"\n  kind: days-off',
    ),
    on: 'value: "2027',
    says: /one day, or 2027-02-04/,
  },
  {
    fault: "a lone brace",
    change: says("{me} ghi ngày", "{me ghi ngày"),
    on: "{me ghi",
    step: "about-day",
    says: /without its partner/,
  },
  {
    fault: "two spaces",
    change: says("bấm nút “Danh", "bấm  nút “Danh"),
    on: "bấm  nút",
    step: "open-list",
    says: /two spaces/,
  },
  {
    fault: "a space before a mark",
    change: says("ở đầu trang.", "ở đầu trang ."),
    on: "trang .",
    step: "open-list",
    says: /a space before a mark/,
  },
  {
    fault: "nothing without an address",
    change: says('vi: "Xong rồi. {You} trồng sớm cho cây khỏi héo."', 'vi: "{You}."'),
    on: 'vi: "{You}."',
    step: "planted",
    says: /says nothing/,
  },
  {
    fault: "a sentence that hangs",
    change: says("trưởng thôn cho {you}.", "trưởng thôn vì {you}."),
    on: "vì {you}",
    step: "ask-somebody",
    says: /breaks off at "vì"/,
    warning: true,
  },
  {
    fault: "three sentences",
    change: says("ở đầu trang.", "ở đầu trang. Nút màu xanh. Chờ nhé."),
    on: "Chờ nhé",
    step: "open-list",
    says: /3 sentences/,
    warning: true,
  },
  {
    fault: "a long sentence",
    change: says(
      "tờ giấy nhỏ",
      "tờ giấy nhỏ bằng bàn tay có đóng dấu đỏ ở góc trên bên trái và chữ ký",
    ),
    on: "đóng dấu đỏ",
    step: "slip-at-hand",
    says: /a sentence of 25 words/,
    warning: true,
  },
  {
    fault: "an office word",
    change: says("Phiếu hẹn {you} ngày nào", "Thời hạn giải quyết là bao lâu"),
    on: "Thời hạn",
    step: "day-given",
    says: /office word "thời hạn giải quyết"/,
    warning: true,
  },
  {
    fault: "three things at once",
    change: says("{You} kéo trang xuống một chút.", "{You} tắt trang, mở lại rồi bấm nút xanh."),
    on: "tắt trang",
    step: "open-list",
    says: /3 things at once/,
    warning: true,
  },

  // Tone
  {
    fault: "joy in a mourning flow",
    change: change(mourning, "Đài sẽ đọc", "Vui quá, đài sẽ đọc"),
    on: "Vui quá",
    step: "read-aloud",
    says: /says "Vui" in a mourning flow/,
  },
  {
    fault: "joy in a mourning flow, in English",
    change: change(mourning, "It will be read", "Great, it will be read"),
    on: "Great",
    step: "read-aloud",
    says: /says "Great" in a mourning flow/,
  },
  {
    fault: "joy in a fragment of a mourning flow",
    change: [
      change(
        mourning,
        "leads-to: read-aloud",
        "leads-to: write-it\n  write-it: { kind: include, fragment: gui-don, leads-to: read-aloud }",
      ),
      change(sending, "Đơn đã gửi.", "Tuyệt vời, đơn đã gửi."),
    ],
    file: sending,
    on: "Tuyệt vời",
    step: "sent",
    says: /says "Tuyệt vời" in a mourning flow \(tin-buon\)/,
  },
  {
    fault: "a reminder in a mourning flow",
    change: change(
      mourning,
      "    answer: text",
      '    reminds: [{ after-days: 2, says: { vi: "Nhắc.", en: "A word." } }]\n    answer: text',
    ),
    on: "reminds",
    step: "name-of-deceased",
    says: /reminds nobody/,
  },
  {
    fault: "a penalty in a delicate flow",
    change: change(oil, "đã ghi vào sổ.", "đã ghi, không sợ phạt."),
    on: "phạt",
    step: "oil-noted",
    says: /says "phạt" in a delicate flow/,
  },

  // Shared lines and own words
  {
    fault: "a line the program says is missing",
    change: change("phrases/en.yaml", 'menu: "Line menu"\n', ""),
    on: "done:",
    says: /lacks "menu"/,
  },
  {
    fault: "a line nothing says",
    change: change("phrases/en.yaml", "menu:", "menus: x\nmenu:"),
    on: "menus:",
    says: /has "menus", which nothing says/,
    warning: true,
  },
  {
    fault: "a place filled in one language only",
    change: change("phrases/vi.yaml", "Lời claimed", "{name} đã nhận"),
    file: "phrases/en.yaml",
    on: "claimed:",
    says: /"claimed" lacks \{name\}, which the Vietnamese has/,
  },
  {
    fault: "a guide that is another under a new title",
    change: {
      file: "flows/cay-moi.yaml",
      whole: soundText(trees)
        .replace("flow: cay-giong", "flow: cay-moi")
        .replace(/asked-as: .*/, "asked-as: [cây mới, cây lạ, cây hoa]"),
    },
    on: "open-list:\n    kind",
    step: "open-list",
    says: /shares 100 % of its own text with "cay-giong"/,
  },
  {
    fault: "two guides asked for in the same words",
    change: change(mourning, "nhờ đài đọc tin", "Xin dau den"),
    on: "asked-as",
    says: /"Xin dau den" is how people ask for "tien-dau" too/,
    warning: true,
  },
];
