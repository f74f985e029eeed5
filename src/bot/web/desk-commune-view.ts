/** The commune in a coordinator's eyes: who waits on which rung, who is there, who may come in. */
import { isThere, type Rung } from "../../flows/index.ts";
import { villagesBeside } from "../conversations/beside-villages.ts";
import { dutyOf, shownName } from "../conversations/roster.ts";
import { stuckCases } from "../desk/stuck-cases.ts";
import { visitsOn } from "../desk/visits.ts";
import type { CaseLine } from "../store/cases.ts";
import type { PropagandistRow } from "../store/people.ts";
import { deskCaseView } from "./desk-case-view.ts";
import type { DeskRoutesOptions } from "./desk-door.ts";
import type { DeskCard } from "./wire/cases.ts";
import type { CommunePerson, CommuneView, CommuneWaiting } from "./wire/commune.ts";

const recently = 7 * 24 * 60 * 60 * 1000;

export function communeView(options: DeskRoutesOptions) {
  const { store, clock } = options;
  const { cardsFor } = deskCaseView(options);

  const nameOf = (id: string): string => {
    const row = store.propagandist(id as PropagandistRow["id"]);
    return row === undefined ? "" : shownName(row);
  };

  function waiting(card: DeskCard, of: CaseLine): CommuneWaiting {
    const rung: Rung = of.rung ?? "later";
    return {
      card,
      rung,
      called: [...new Set(store.callsFor(of.id).map((call) => nameOf(call.who)))],
      ...(of.nextAt === undefined ? {} : { nextAt: of.nextAt }),
    };
  }

  return (who: PropagandistRow): CommuneView => {
    const now = clock.now();
    const cases = store.cases(who.commune, now).filter((c) => c.state !== "closed");
    const cardOf = cardsFor(who);
    const load = store.load(who.commune, now - recently);
    const person = (p: PropagandistRow): CommunePerson => {
      const duty = dutyOf(p, now);
      return {
        id: p.id,
        name: p.name,
        shown: shownName(p),
        role: p.role,
        rank: p.rank,
        ...(p.form === undefined ? {} : { form: p.form }),
        woman: p.woman,
        office: p.office,
        villages: p.villages.filter((village) => village !== ""),
        groups: p.groups,
        knows: p.knows,
        speaks: p.speaks,
        hours: p.hours,
        absences: p.absences,
        duty: p.duty,
        onDuty: duty.onDuty,
        away: p.duty && !isThere(p, now),
        ...(duty.freeAt === undefined ? {} : { freeAt: duty.freeAt }),
        joined: p.joinedAt !== undefined,
        inChat: p.conversation !== undefined,
        ...(p.unheardSince === undefined ? {} : { unheardSince: p.unheardSince }),
        open: load.get(p.id)?.open ?? 0,
        calls: load.get(p.id)?.calls ?? 0,
        ...(p.photo === undefined ? {} : { photo: `/desk/api/faces/${p.photo}` }),
      };
    };
    const { places, desk, flows } = options.library();
    const today = visitsOn(store, who.commune, now).flatMap(({ days }) => days);
    return {
      visitsToday: today.reduce((sum, { visits }) => sum + visits.length, 0),
      waiting: cases
        .filter((c) => c.state === "waiting")
        .toSorted((a, b) => a.waitingSince - b.waitingSince)
        .map((c) => waiting(cardOf(c), c)),
      held: cases.filter((c) => c.state !== "waiting").map(cardOf),
      stuck: stuckCases(store, who.commune, now).map(({ case: of, why, since }) => ({
        id: of.id,
        why,
        since,
      })),
      people: store.propagandists(who.commune).map(person),
      groups: store.groups(who.commune),
      villagesBeside: villagesBeside(store, who.commune),
      invitations: store.invitations(who.commune, now).map((i) => ({
        id: i.codeHash,
        name: i.name,
        role: i.role,
        rank: i.rank,
        expiresAt: i.expiresAt,
      })),
      villages:
        places.communes
          .find((c) => c.id === desk.commune)
          ?.villages?.map(({ id, says }) => ({ id, says })) ?? [],
      guides: [...flows.values()]
        .map(({ id, says }) => ({ id, says: says[who.language] }))
        .toSorted((a, b) => a.says.localeCompare(b.says, who.language)),
    };
  };
}
