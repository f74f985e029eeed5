/**
 * What the desk begins with: the groups and people of `content/desk.yaml`, once, at the first publication.
 * Afterwards the desk is the truth. Nobody of them is called, or may let anybody in, before they have used an
 * invitation of their own; so a sample name stands on the list and is never told to a resident.
 */
import type { Desk } from "../../flows/index.ts";
import { newPropagandistId } from "../ids.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";

export function beginDesk(store: Pick<Store, "beginDesk">, desk: Desk): boolean {
  const people = desk.people.map(
    (person): PropagandistRow => ({
      ...person,
      id: newPropagandistId(),
      commune: desk.commune,
      duty: false,
      language: "vi",
    }),
  );
  return store.beginDesk(desk.commune, desk.groups, people);
}
