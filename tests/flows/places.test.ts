/** Old names of communes and districts, in every spelling, and where they lead; villages that meet. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { nextCall } from "../../src/flows/cases/routing.ts";
import { fold } from "../../src/flows/understanding/fold.ts";
import {
  bareName,
  type PlaceReading,
  placeReader,
  villageKey,
} from "../../src/flows/understanding/places.ts";
import { aHelper, type Player, prepare, theContent, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const { places } = theContent();
const read = placeReader(places);

const withoutMarks = (text: string) =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

/** Every place of today a reading leads to. */
function leadsTo(reading: PlaceReading): readonly string[] {
  switch (reading.kind) {
    case "none":
      return [];
    case "one":
      return [reading.now.says];
    case "divided":
      return reading.place.now.map(({ says }) => says);
    case "several":
      return reading.places.flatMap(({ now }) => now.map(({ says }) => says));
    case "district":
      return reading.communes.map(({ says }) => says);
  }
}

const former = [
  ...Map.groupBy(
    places.communes.flatMap((commune) =>
      commune.formerly.map((old) => ({ ...old, now: commune.says })),
    ),
    ({ commune, district }) => `${commune}, ${district}`,
  ),
].map(([name, ends]) => ({ name, ends: ends.map(({ now }) => now), old: ends[0] }));

describe("every former commune leads to its successors", () => {
  test("by its name and district, with and without marks", () => {
    const lost = former.flatMap(({ name, ends }) =>
      [name, name.toLowerCase(), withoutMarks(name)].flatMap((said) => {
        const found = leadsTo(read(said));
        return [...found].toSorted().join() === [...ends].toSorted().join() ? [] : [said, ...found];
      }),
    );
    expect(lost).toEqual([]);
    expect(former.length).toBeGreaterThan(320);
  });

  test("by its name with “xã” before it, and asked for in a sentence", () => {
    const lost = former.flatMap(({ old, ends }) =>
      [
        old?.commune ?? "",
        withoutMarks(old?.commune ?? ""),
        `không thấy tên ${old?.commune}`,
        `${withoutMarks(old?.commune ?? "").toLowerCase()} gio la xa nao`,
      ].filter((said) => !ends.every((end) => leadsTo(read(said)).includes(end))),
    );
    expect(lost).toEqual([]);
  });

  test("each of them is asked about when somebody asks where it is", () => {
    const missed = former.flatMap(({ old }) => {
      const reading = read(`${old?.commune} đâu rồi`);
      return reading.kind !== "none" && reading.how === "asked" ? [] : [old?.commune];
    });
    expect(missed).toEqual([]);
  });
});

test.each([
  "Hà Lang, Chiêm Hóa",
  "Hà Lang",
  "hà lang",
  "HÀ LANG",
  "ha lang",
  "ha  lang",
  "halang",
  "hà lang cũ",
  "hà-lang",
  "haf lang",
  "xax haf lang",
  "xa4 ha2 lang",
  "hạ lang",
  "xã hà lang",
  "xa ha lang",
  "x. Hà Lang, h. Chiêm Hoá",
  "x.ha lang",
  "xã Hà Lang, huyện Chiêm Hóa, tỉnh Tuyên Quang",
  "huyện Chiêm Hóa xã Hà Lang",
  "ha lang chiem hoa",
  "dạ em ở Hà Lang ạ",
  "thôn Bản Tù xã hà lang",
  "Ha Lang commune",
  "where is Ha Lang now",
])("“%s” leads to Xã Tân An", (said) => {
  expect(leadsTo(read(said))).toEqual(["Xã Tân An"]);
});

test("a name of several places names them all, and its district decides", () => {
  const reading = read("xã tân thành");
  expect(reading.kind).toBe("several");
  expect(leadsTo(reading)).toEqual(["Xã Hàm Yên", "Xã Tân Quang"]);
  expect(leadsTo(read("tân thành, hàm yên"))).toEqual(["Xã Hàm Yên"]);
  expect(leadsTo(read("Tân Thành Hà Giang"))).toEqual(["Xã Tân Quang"]);
  expect(leadsTo(read("thị trấn yên phú"))).toEqual(["Xã Bắc Mê"]);
  expect(read("yên phú").kind).toBe("several");
});

test("a divided commune offers its successors", () => {
  for (const said of ["xã Kim Phú", "kim phú", "xa kim phu gio chon xa nao"]) {
    expect(read(said).kind).toBe("divided");
    expect(leadsTo(read(said))).toEqual(["Phường Minh Xuân", "Phường Mỹ Lâm"]);
  }
});

describe("districts", () => {
  const districts = [
    ...new Set(places.communes.flatMap(({ formerly }) => formerly.map((old) => old.district))),
  ];

  test.each(districts)("%s leads to all that was made of it", (district) => {
    const wanted = places.communes
      .filter(({ formerly }) => formerly.some((old) => old.district === district))
      .map(({ says }) => says);
    for (const said of [district, withoutMarks(district), `không thấy ${district} đâu`]) {
      expect(read(said).kind).toBe("district");
      expect(leadsTo(read(said))).toEqual(wanted);
    }
  });

  test("Xã Chiêm Hóa is a commune of today, Chiêm Hóa alone the district", () => {
    expect(read("chiem hoa")).toMatchObject({ kind: "district", district: "Huyện Chiêm Hóa" });
    expect(leadsTo(read("xã Chiêm Hóa"))).toEqual(["Xã Chiêm Hóa"]);
    expect(leadsTo(read("huyện chiêm hoá"))).toHaveLength(10);
  });
});

describe("ordinary words are no places", () => {
  test.each([
    "đóng tiền ở đâu",
    "dong tien o dau",
    "minh khai xong roi",
    "ra xa minh khai sinh cho con",
    "ra xã xin cái giấy",
    "binh an nhe",
    "hội liên hiệp phụ nữ",
    "quyet tien bao hiem",
    "con em tên là Minh Quang",
    "tỉnh hà giang",
    "hà giang",
  ])("%s", (said) => {
    expect(read(said)).toEqual({ kind: "none" });
  });

  const folder = new URL("../eval/", import.meta.url);
  const sentences = readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .flatMap((file) =>
      readFileSync(new URL(file, folder), "utf8")
        .split("\n")
        .slice(1)
        .flatMap((line) => line.split("\t")[2] ?? []),
    );

  test("of all sentences people were seen to type, only those that say a place have one", () => {
    const found = sentences.filter((said) => read(said).kind !== "none");
    const saysOne = /\b(ham yen|lam binh|chiem hoa|na hang|ha lang|xin man)\b/;
    expect(found.filter((said) => !saysOne.test(fold(said)))).toEqual([]);
  });

  test("and nobody who tells a story is answered about a place", () => {
    const asked = sentences.filter((said) => {
      const reading = read(said);
      return reading.kind !== "none" && reading.how !== "mentioned";
    });
    expect(asked).toEqual(["khong co huyen chiem hoa de chon", "không thấy tên xã Hà Lang"]);
  });

  test.each([
    "bố em ở xã hà lang mất rồi",
    "em ở hà lang không có tài khoản",
    "xã hà lang làm khai sinh ở đâu",
    "gặp cán bộ xã hà lang",
  ])("“%s” mentions a place and asks something else", (said) => {
    expect(read(said)).toMatchObject({ kind: "one", how: "mentioned" });
  });
});

describe("in the conversation", () => {
  const last = (p: Player) => p.heard.at(-1) ?? "";

  function atTheMenu() {
    const ba = town().player("ba");
    ba.types("bà chào cháu, bà đang ở nhà");
    return ba;
  }

  /** In the guide for the portal, on the step with this id. */
  function onStep(flow: string, step: string) {
    const library = theLibrary();
    const edition = library.flows.get(flow);
    const ba = town().player("ba");
    ba.types("bà đang ở nhà");
    ba.arrives(flow);
    for (let turns = 0; turns < 60 && !ba.step?.endsWith(step); turns += 1) {
      const ids = ba.chat.said.findLast((l) => l.choices.length > 0)?.choices ?? [];
      const next =
        ids.find(({ id }) => id === "w:yes") ??
        ids.find(({ id }) => id === "done") ??
        ids.find(({ id }) => id === "yes") ??
        ids.find(({ id }) => id === "skip") ??
        ids.find(({ id }) => id.startsWith("c:"));
      if (next === undefined) break;
      ba.presses(next.id);
    }
    expect(edition).toBeDefined();
    expect(ba.step).toMatch(new RegExp(`${step}$`));
    return ba;
  }

  test("at the menu an old name is answered and the menu stands again", () => {
    const ba = atTheMenu();
    const menu = ba.choices;
    ba.types("không thấy tên xã Hà Lang");
    expect(ba.heard.join("\n")).toContain(
      "Xã Hà Lang nay là Xã Tân An, Tỉnh Tuyên Quang. Trên Cổng chọn tỉnh trước, rồi chọn xã này. Không còn huyện nữa.",
    );
    expect(ba.choices).toEqual(menu);
    expect(ba.saved.state).toBe("need");
    expect(ba.saved.fumbles).toBe(0);
  });

  test("somebody who looks for a district hears that there is none, and of the trap", () => {
    const ba = atTheMenu();
    ba.types("huyện chiêm hoá đâu rồi");
    expect(last(ba)).toContain("Không còn huyện Chiêm Hóa nữa, nay là 10 nơi:");
    expect(last(ba)).toContain("Tân An");
    expect(last(ba)).toContain("Xã Chiêm Hóa chỉ là một trong số đó.");
    ba.types("xã chiêm hóa");
    expect(last(ba)).toContain("Xã Chiêm Hóa chỉ là một trong 10 nơi của huyện Chiêm Hóa cũ");
  });

  test("several and divided places are told apart in one line", () => {
    const ba = atTheMenu();
    ba.types("xã tân thành đâu rồi");
    expect(last(ba)).toContain(
      "Xã Tân Thành (huyện Hàm Yên cũ) nay là Xã Hàm Yên; Xã Tân Thành (huyện Bắc Quang cũ) nay là Xã Tân Quang",
    );
    ba.types("xã kim phú giờ là xã nào");
    expect(last(ba)).toContain("Xã Kim Phú cũ đã chia về Phường Minh Xuân và Phường Mỹ Lâm.");
  });

  test("on a step it is an aside: the step is shown again and nobody has moved", () => {
    const ba = onStep("tra-cuu-ho-so", "");
    const { step, choices } = ba;
    for (const said of ["xã hà lang giờ là xã gì", "ha lang, chiem hoa"]) {
      ba.types(said);
      expect(ba.heard.slice(-2).join("\n")).toContain("Xã Hà Lang nay là Xã Tân An");
      expect(ba.step).toBe(step);
      expect(ba.choices).toEqual(choices);
    }
  });

  test("where the commune is chosen the step's own mend comes with it", () => {
    const ba = onStep("khai-sinh", "take-commune");
    const { step } = ba;
    ba.types("không thấy tên xã Hà Lang");
    expect(ba.heard.slice(-2).join("\n")).toContain("Xã Hà Lang nay là Xã Tân An");
    expect(last(ba)).toContain("đã nhập vào rồi");
    expect(ba.saved.state).toBe("guided.mending");
    expect(ba.step).toBe(step);
  });

  test("and a commune elsewhere is never mended into this one", () => {
    const ba = onStep("khai-sinh", "take-commune");
    ba.types("không thấy xã Bằng Cốc");
    expect(ba.heard.slice(-2).join("\n")).toContain("Xã Bằng Cốc nay là ");
    expect(last(ba)).not.toContain("đã nhập vào rồi");
    expect(ba.saved.state).toBe("guided.step");
  });

  test("in English the names stay and the sentence is English", () => {
    const ba = atTheMenu();
    ba.types("english please");
    ba.types("I cannot find Ha Lang commune");
    expect(ba.heard.slice(-2).join("\n")).toContain("Xã Hà Lang is now Xã Tân An");
  });

  test("a need with an old name in it is still a need", () => {
    const ba = atTheMenu();
    ba.types("bà ở xã Hà Lang muốn làm khai sinh cho cháu");
    expect(ba.heard.join("\n")).not.toContain("nay là");
    expect(ba.saved.state).not.toBe("need");
  });
});

describe("villages", () => {
  test("one village has one key however it is spelled", () => {
    const spelled = [
      "Nà Khau",
      "na khau",
      "na-khau",
      "nakhau",
      "Thôn Nà Khau",
      "thon na khau",
      "bản Nà Khau",
      "Xóm  NÀ KHAU",
      "thoon naf khau",
      "Na Khau village",
    ];
    expect([...new Set(spelled.map(villageKey))]).toEqual(["nakhau"]);
    expect(villageKey("Thôn 5")).toBe(villageKey("thôn số 5"));
    expect(villageKey("Bản Tù")).toBe(villageKey("thôn bản tù"));
    expect(villageKey("Nà Khau")).not.toBe(villageKey("Nà Khá"));
  });

  test("a typed village and a propagandist's meet in the first call", () => {
    const here = aHelper("dung", { villages: ["Bản Tù"] });
    const there = aHelper("lan", { villages: ["na-khau"] });
    const first = (wants: "anyone" | "other-village", village: string) =>
      nextCall(
        theLibrary().desk,
        [here, there],
        { case: "k" as never, wants, discreet: false, village },
        "helped-before",
        [],
      );
    for (const typed of ["thôn bản tù", "ban tu", "Tù"])
      expect(first("anyone", typed)).toMatchObject({ rung: "village", people: [here] });
    expect(first("other-village", "thon ban tu")?.people).toEqual([there]);
  });

  test("a village typed with its prefix or in one word is the known one", () => {
    for (const typed of ["thôn na-khau", "nakhau", "Nà Khau"]) {
      const ba = town().player("ba");
      ba.types("bà đang ở nhà");
      ba.commands("human");
      ba.types(typed);
      expect(ba.saved.village).toEqual({ id: "na-khau", says: "Nà Khau" });
    }
  });

  test("somebody asked for the village may ask where the commune went first", () => {
    const ba = town().player("ba");
    ba.types("bà đang ở nhà");
    ba.commands("human");
    ba.types("xã hà lang giờ là xã gì");
    expect(ba.saved.village).toBeUndefined();
    expect(ba.saved.asking?.what).toBe("village");
  });
});

test("a name keeps nothing of its rank", () => {
  expect(["Thị trấn Yên Phú", "Huyện Hàm Yên", "Hà Lang"].map(bareName)).toEqual([
    "Yên Phú",
    "Hàm Yên",
    "Hà Lang",
  ]);
});
