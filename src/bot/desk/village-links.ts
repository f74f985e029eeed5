/** One link, one code for a village, and for a propagandist in it: what stands on a poster or a card. */
import qrcode from "qrcode";
import type { CameBy, Instant } from "../../flows/index.ts";
import { newWayInCode, plainReturnCode, spokenWayIn } from "../ids.ts";
import { publicIdName } from "../store/account-settings.ts";
import type { ChannelLine, Store } from "../store/store.ts";

export interface WayIn {
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
  store: Store,
  { commune, ...to }: CameBy & { readonly commune: string },
  at: { readonly now: Instant; readonly webRoot: string },
): WayIn {
  for (let draws = 0; draws < mostDraws; draws += 1) {
    const plain = store.wayInOf(commune, to, plainReturnCode(newWayInCode()), at.now);
    if (plain === undefined) continue;
    const link = `${at.webRoot}/di/${plain}`;
    const open = openings(store, commune, plain);
    return { code: spokenWayIn(plain), link, ...open, web: link };
  }
  throw new Error("no short code is free any more");
}

/** Where each platform opens: Zalo carries nothing along, Telegram does. */
export function openings(
  store: Pick<Store, "channels" | "setting">,
  commune: string,
  code: string,
): { readonly zalo: string | null; readonly telegram: string | null } {
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
    telegram: telegram === undefined ? null : `https://t.me/${telegram}?start=di-${code}`,
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
