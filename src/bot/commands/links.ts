/** `links`: how residents of one village come. */
import type { PropagandistId } from "../../flows/index.ts";
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { publishedLibrary } from "../content/publish.ts";
import { villagesOf } from "../content/villages.ts";
import { describeWay, wayInto } from "../desk/village-links.ts";
import { CannotGoOn } from "../errors.ts";
import { answer } from "./answer.ts";
import { publishedCommune, visit, webRootOf } from "./visit.ts";

export function links(
  config: Config,
  values: { readonly village?: string | undefined; readonly propagandist?: string | undefined },
  json: boolean,
): Promise<number> {
  return visit(config, async (store) => {
    const commune = publishedCommune(store);
    const library = publishedLibrary(store);
    const villages = library === undefined ? [] : villagesOf(library).map(({ id }) => id);
    const village = villages.find((id) => id === values.village);
    const propagandist = values.propagandist as PropagandistId | undefined;
    if (village === undefined) {
      throw new CannotGoOn(
        "usage",
        `links cần --village / needs --village: ${villages.join(", ")}`,
      );
    }
    if (propagandist !== undefined && store.propagandist(propagandist) === undefined) {
      throw new CannotGoOn("usage", "Không có người giúp này. / There is no such propagandist.");
    }
    const way = wayInto(
      store,
      { commune, village, propagandist },
      {
        now: realClock.now(),
        webRoot: webRootOf(config, store),
      },
    );
    answer(json, way, await describeWay(way));
    return 0;
  });
}
