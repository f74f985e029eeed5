// Makes content/places/tuyen-quang.yaml from a table of old and new communes.
//
//   node scripts/make-places.mjs <communes.tsv> [output.yaml]
//
// The table has the columns old_province, old_district, old_commune, divided, new_province,
// new_commune, new_code, one row for each old commune and the new one it went to. Its facts are those
// of github.com/tranngocminhhieu/vietnamadminunits (MIT), data/interim/convert_legacy_2025_simple.csv.
// Villages are not in the data set: the few with a source are written here.

import { readFileSync, writeFileSync } from "node:fs";
import { stringify } from "yaml";

const PROVINCE = { id: "tuyen-quang", says: "Tỉnh Tuyên Quang" };
const SOURCE = "adm1";
const VILLAGES = {
  "tan-an": [{ id: "na-khau", says: "Nà Khau", source: "na-khau-sample" }],
};
const HEADER = `# Communes and wards of the province since 1 July 2025, and what each was made of.
# \`divided\`: the old unit went to several new ones, so its name alone does not say which.
# Made by scripts/make-places.mjs from the public data set tranngocminhhieu/vietnamadminunits (MIT);
# change the table or the script, not this file.
`;
const COLUMNS = [
  "old_province",
  "old_district",
  "old_commune",
  "divided",
  "new_province",
  "new_commune",
  "new_code",
];

/** "Xã Tân An" → "tan-an": the name without its kind of unit, marks or capitals. */
function slug(name) {
  return name
    .replace(/^(Xã|Phường|Thị trấn|Đặc khu) /, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The table's rows as objects; refuses a table of another shape. */
function rowsOf(table) {
  const [head, ...lines] = table.normalize("NFC").trim().split(/\r?\n/);
  if (head !== COLUMNS.join("\t")) throw new Error(`expected the columns ${COLUMNS.join(", ")}`);
  return lines.map((line, index) => {
    const cells = line.split("\t");
    if (cells.length !== COLUMNS.length || !["yes", "no"].includes(cells[3])) {
      throw new Error(`line ${index + 2} does not fit the columns: ${line}`);
    }
    return Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at]]));
  });
}

/** One entry for each new commune, by id; two with one id are refused. */
function communesOf(rows) {
  const byCode = new Map();
  const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  for (const row of rows) {
    if (row.new_province !== PROVINCE.says)
      throw new Error(`not of ${PROVINCE.says}: ${row.new_commune}`);
    const commune = byCode.get(row.new_code) ?? {
      id: slug(row.new_commune),
      says: row.new_commune,
      code: row.new_code,
      formerly: [],
    };
    byCode.set(row.new_code, commune);
    commune.formerly.push({
      commune: row.old_commune,
      district: row.old_district,
      province: row.old_province,
      divided: row.divided === "yes",
    });
  }
  const communes = [...byCode.values()].sort((a, b) => byName(a.id, b.id));
  const twice = communes.find((commune, at) => commune.id === communes[at + 1]?.id);
  if (twice) throw new Error(`two communes would be called ${twice.id}`);
  return communes.map((commune) => ({ ...commune, villages: VILLAGES[commune.id] ?? [] }));
}

const [input, output = "content/places/tuyen-quang.yaml"] = process.argv.slice(2);
if (input === undefined) {
  console.error("usage: node scripts/make-places.mjs <communes.tsv> [output.yaml]");
  process.exit(2);
}
const communes = communesOf(rowsOf(readFileSync(input, "utf8")));
const places = { province: PROVINCE, source: SOURCE, communes };
writeFileSync(output, HEADER + stringify(places, { lineWidth: 0 }));
console.log(`${output}: ${communes.length} communes`);
