/** What stands in the figures under an id, for people. */
import { type Library, villageKey } from "../../flows/index.ts";
import { villagesOf } from "../content/villages.ts";

/** In the order in which they are listed. */
export const fieldNames: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  justice: { vi: "Hộ tịch", en: "Civil status" },
  residence: { vi: "Cư trú", en: "Residence" },
  insurance: { vi: "Bảo hiểm", en: "Insurance" },
  social: { vi: "An sinh", en: "Support" },
  account: { vi: "Tài khoản", en: "Account" },
};

const unknown = { vi: "Chưa rõ", en: "Not known" } as const;

export const fieldName = (field: string, language: "vi" | "en" = "vi"): string =>
  (fieldNames[field] ?? unknown)[language];

/** The id of a village we know, however it was spelled; the spelling itself of one we do not. */
export function villageIdOf(library: Library, said: string): string {
  const key = villageKey(said);
  return (
    villagesOf(library).find(({ id, says }) => id === said || villageKey(says) === key)?.id ?? said
  );
}

/** Empty where nobody knows the village. */
export const villageName = (library: Library, village: string): string =>
  village === ""
    ? ""
    : (villagesOf(library).find(({ id }) => id === villageIdOf(library, village))?.says ?? village);

export const flowName = (library: Library, flow: string): string =>
  [...library.flows.values()].find(({ id }) => id === flow)?.says.vi ?? flow;
