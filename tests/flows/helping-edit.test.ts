/** A case that ends after its guide was published anew: whatever the outcome, nobody is dropped or put elsewhere. */
import { beforeAll, expect, test } from "vitest";
import type { HandBack, Saved } from "../../src/flows/index.ts";
import {
  aHelper,
  hour,
  libraryAfter,
  morning,
  type Player,
  prepare,
  theContent,
  theLibrary,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const by = { id: dung.id, name: dung.name, role: dung.role };
const flowId = "tra-cuu-ho-so";

type Flow = ReturnType<typeof theContent>["flows"][string]["is"];
type Steps = Flow["steps"];

function published(change: (steps: Steps, flow: Flow) => Flow) {
  const content = theContent();
  const { file, is } = content.flows[flowId]!;
  const flows = { ...content.flows, [flowId]: { file, is: change(is.steps, is) } };
  return libraryAfter({ ...content, flows }, theLibrary());
}

/** What an author may do while somebody is being helped. */
const edits = {
  "every step has new words": () =>
    published((steps, flow) => ({
      ...flow,
      steps: Object.fromEntries(
        Object.entries(steps).map(([id, step]) => [
          id,
          "says" in step && step.kind === "do"
            ? { ...step, says: { vi: "Lời mới của bước này.", en: "New words." } }
            : step,
        ]),
      ) as Steps,
    })),
  "the guide has a new name": () =>
    published((_steps, flow) => ({ ...flow, says: { vi: "Tên mới", en: "New name" } })),
} as const;

/** Every step on one road through the guide, as it is kept when somebody holds the case there. */
function heldAtEveryStep(): ReadonlyArray<{ readonly step: string; readonly held: Saved }> {
  const found: Array<{ readonly step: string; readonly held: Saved }> = [];
  const seen = new Set<string>();
  const walker = town().player("ba");
  walker.arrives(flowId);
  for (let presses = 0; presses < 40 && walker.step !== undefined; presses += 1) {
    if (walker.saved.asking !== undefined) {
      walker.presses("Có, nhớ giúp tôi");
      continue;
    }
    const { step } = walker;
    if (!seen.has(step) && walker.saved.state === "guided.step") {
      seen.add(step);
      const [commune, ba] = withSaved(walker.saved);
      commune.helper(dung);
      ba.commands("human");
      if (ba.saved.asking?.what === "village") ba.types("Nà Khau");
      ba.presses("Ai giúp cũng được");
      ba.sends({ kind: "case-claim", case: ba.saved.case!.id, by });
      found.push({ step, held: ba.saved });
    }
    const ahead = ["done", "yes"].find((id) =>
      walker.chat.said.at(-1)?.choices.some((c) => c.id === id),
    );
    const first = walker.chat.said.at(-1)?.choices.find((c) => c.id.startsWith("c:"));
    const next = ahead ?? first?.id;
    if (next === undefined) break;
    walker.presses(next);
  }
  return found;
}

function withSaved(saved: Saved): readonly [ReturnType<typeof town>, Player] {
  const commune = town({ now: morning });
  const ba = commune.player("ba");
  // A restart: only what was kept goes on.
  ba.chat.saved = structuredClone(saved);
  ba.chat.revision = 1000;
  return [commune, ba];
}

test.each(Object.entries(edits))(
  "%s: each outcome at each step still lands right",
  (_name, edit) => {
    const library = edit();
    const standing = heldAtEveryStep();
    expect(standing.length).toBeGreaterThan(2);
    for (const { step, held } of standing) {
      const results: readonly HandBack[] = [
        { outcome: "still-here" },
        { outcome: "needs-paper", paper: "giấy hẹn" },
        { outcome: "in-person" },
        { outcome: "unreached" },
        { outcome: "meet", at: morning + 5 * hour, place: "nhà văn hoá" },
        { outcome: "finished" },
        { outcome: "done-up-to", step },
        { outcome: "done-up-to", step: "a-step-that-is-gone" },
      ];
      for (const result of results) {
        const where = `${step}: ${JSON.stringify(result)}`;
        const [commune, ba] = withSaved(held);
        commune.helper(dung);
        commune.publish(library);

        ba.sends({ kind: "case-hand-back", case: held.case!.id, by, result });
        expect(ba.saved.case === undefined, where).toBe(result.outcome !== "meet");
        if (result.outcome === "finished") {
          expect(ba.saved.journeys, where).toEqual([]);
          continue;
        }
        const after = ba.saved.guiding ? ba.step : "over";
        if (result.outcome !== "done-up-to") expect(after, where).toBe(step);

        // The next word of theirs meets the new edition, at the same place, and is answered.
        const said = ba.types("nhắc lại");
        expect(said.length, where).toBeGreaterThan(0);
        if (ba.saved.guiding && after !== "over") {
          expect(ba.step, where).toBe(after);
          expect(ba.saved.journeys.at(-1)?.edition, where).toBe(library.flows.get(flowId)?.edition);
        }
      }
    }
  },
);
