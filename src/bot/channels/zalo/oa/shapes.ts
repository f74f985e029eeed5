/** Which shape of buttons an account takes: what nobody could tell beforehand is tried, and remembered. */

import type { ButtonShape, ZaloOaSettings } from "../../../config-zalo-oa.ts";
import type { Store } from "../../../store/store.ts";

export interface Shapes {
  now(): ButtonShape;
  /** What to try when this one was refused. */
  after(shape: ButtonShape): ButtonShape;
  settle(shape: ButtonShape): void;
}

/** From what is most likely taken to what certainly is. */
const inTurn = ["bare", "template", "list", "none"] as const;
const known: ReadonlySet<string> = new Set<ButtonShape>(inTurn);
const isShape = (text: string | undefined): text is ButtonShape =>
  text !== undefined && known.has(text);

export function shapes(
  store: Pick<Store, "setting" | "setSetting">,
  account: string,
  asked: ZaloOaSettings["buttons"],
): Shapes {
  // Another setting is another try.
  const name = `zalo-oa-buttons/${account}/${asked}`;
  return {
    now() {
      const settled = store.setting(name);
      if (isShape(settled)) return settled;
      return asked === "auto" ? "bare" : asked;
    },
    after: (shape) => (asked === "auto" ? (inTurn[inTurn.indexOf(shape) + 1] ?? "none") : "none"),
    settle: (shape) => store.setSetting(name, shape),
  };
}
