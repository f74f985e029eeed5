/** One link, one code for a village, and for a propagandist in it: what stands on a poster or a card. */
import qrcode from "qrcode";
import type { Instant, Library } from "../../flows/index.ts";
import { villageSays } from "../content/villages.ts";
import { shownName } from "../conversations/roster.ts";
import { spokenWayIn } from "../conversations/way-in-code.ts";
import { newWayInCode, plainReturnCode } from "../ids.ts";
import { publicIdName } from "../store/account-settings.ts";
import type { ChannelLine } from "../store/channels.ts";
import type { Store } from "../store/store.ts";
import type { WayTo } from "../store/ways-in.ts";

export interface WayIn {
  /** As it stands in a link: "man274". */
  readonly plain: string;
  /** As it is said and typed: "mận 274". */
  readonly code: string;
  /** What the QR code holds: a page that offers every channel there is. */
  readonly link: string;
  readonly zalo: string | null;
  readonly telegram: string | null;
  readonly web: string;
}

/** Codes are few; a taken one is drawn anew. */
const mostDraws = 50;

export function wayInto(
  store: Pick<Store, "channels" | "setting" | "wayInOf">,
  { commune, ...to }: WayTo & { readonly commune: string },
  at: { readonly now: Instant; readonly webRoot: string },
): WayIn {
  for (let draws = 0; draws < mostDraws; draws += 1) {
    const plain = store.wayInOf(commune, to, plainReturnCode(newWayInCode()), at.now);
    if (plain === undefined) continue;
    const link = `${at.webRoot}/di/${plain}`;
    const open = openings(store, commune, plain);
    return { plain, code: spokenWayIn(plain), link, ...open, web: link };
  }
  throw new Error("no short code is free any more");
}

/** Where people may write, beside the web. */
export interface Openings {
  readonly zalo: string | null;
  readonly telegram: string | null;
}

/** Where each platform opens: Zalo carries nothing along, Telegram does; without a code neither. */
export function openings(
  store: Pick<Store, "channels" | "setting">,
  commune: string,
  code: string | undefined,
): Openings {
  const channels = store.channels(commune);
  const named = (kind: ChannelLine["channel"]): string | undefined => {
    const found = channels.findLast((line) => line.channel === kind && line.stands?.state === "ok");
    return found === undefined
      ? undefined
      : (store.setting(publicIdName(found.id)) ?? linkedByName(found));
  };
  const zalo = named("zalo-oa") ?? named("zalo-bot");
  const telegram = named("telegram");
  return {
    zalo: zalo === undefined ? null : `https://zalo.me/${zalo}`,
    telegram:
      telegram === undefined
        ? null
        : `https://t.me/${telegram}${code === undefined ? "" : `?start=di-${code}`}`,
  };
}

/** A village and a propagandist as residents know them. */
export function whoseWay(
  store: Pick<Store, "propagandist">,
  library: Library,
  { village, propagandist }: WayTo,
): { readonly village?: string; readonly person?: string } {
  const person = propagandist === undefined ? undefined : store.propagandist(propagandist);
  return {
    ...(village === undefined ? {} : { village: villageSays(library, village) }),
    ...(person === undefined || person.leftAt !== undefined ? {} : { person: shownName(person) }),
  };
}

/** An Official Account's name is for reading alone: a link of it would lead nowhere. */
const linkedByName = ({ channel, stands }: ChannelLine): string | undefined =>
  channel === "zalo-oa" ? undefined : stands?.name;

/** For a terminal: the code to scan, and the code to say. */
export async function describeWay(way: WayIn): Promise<string> {
  return [
    await qrcode.toString(way.link, { type: "terminal", small: true }),
    `Đường dẫn / link:        ${way.link}`,
    `Mã nói được / to be said: ${way.code}`,
    ...(way.zalo === null ? [] : [`Zalo:                     ${way.zalo}`]),
    ...(way.telegram === null ? [] : [`Telegram:                 ${way.telegram}`]),
    "",
  ].join("\n");
}
