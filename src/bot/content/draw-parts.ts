/** A flow as its author divided it: own steps, and the shared parts it includes, each in its place. */
import type { AuthoredStep, Content, ExpandedFlow, StepId, Text } from "../../flows/index.ts";

/** Steps that belong together; the outermost part is the flow itself. */
export interface Part {
  /** What stands before the ids of its steps; empty for the flow itself. */
  readonly path: string;
  readonly title: Text;
  readonly items: ReadonlyArray<StepId | Part>;
}

/** Every step that can be stood on is in exactly one part, in the order in which authors wrote them. */
export function partsOf(content: Content, flow: ExpandedFlow): Part {
  const part = (
    path: string,
    title: Text,
    steps: Readonly<Record<string, AuthoredStep>> | undefined,
  ): Part => ({
    path,
    title,
    items: Object.entries(steps ?? {}).flatMap(([id, step]): Array<StepId | Part> => {
      const full = `${path}${id}`;
      // The happy end of an included part is no step: the guide goes on where the include leads.
      if (step.kind !== "include") return Object.hasOwn(flow.steps, full) ? [full] : [];
      const inner = includedBy(content, step);
      const box = inner && part(`${full}/`, inner.title, inner.steps);
      // Of a part entered further on, what lies before is left out, whole parts of it too.
      return box === undefined || box.items.length === 0 ? [] : [box];
    }),
  });
  return part("", flow.says, content.flows[flow.id]?.is.steps);
}

function includedBy(content: Content, step: Extract<AuthoredStep, { kind: "include" }>) {
  if (step.flow !== undefined) {
    const flow = content.flows[step.flow]?.is;
    return flow && { title: flow.says, steps: flow.steps };
  }
  const fragment = content.fragments[step.fragment ?? ""]?.is;
  return (
    fragment && {
      title: { vi: `Đoạn dùng chung ${step.fragment}`, en: `Shared part ${step.fragment}` },
      steps: fragment.steps,
    }
  );
}

/** What a step is called where its whole text has no room: its question, or its opening words. */
export function briefly(text: string, most = 60): string {
  const sentences = text.split(/(?<=[.!?…])\s+/u);
  const telling = sentences.find((sentence) => sentence.endsWith("?")) ?? sentences[0] ?? "";
  const line = telling.replaceAll(/\s+/g, " ").replace(/\.$/, "");
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\s,;:“"(]+$/u, "")}…`;
}
