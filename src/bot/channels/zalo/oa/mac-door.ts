/** The door for events: whose mac fits, and who is not too old, comes in. */
import type { Clock } from "../../../clock.ts";
import type { Log } from "../../../log.ts";
import type { Watch } from "../watch.ts";
import type { Intake } from "./intake.ts";
import { type MacKeys, macReading } from "./mac.ts";
import { checkedEvent, oaOf } from "./read-event.ts";

/** Zalo repeats an event for up to two hours, with its old timestamp; older ones are somebody's recording. */
const oldest = 3 * 60 * 60 * 1000;
/** As far as clocks may differ. */
const youngest = 10 * 60 * 1000;

export interface Delivered {
  /** As it came, byte by byte. */
  readonly raw: Uint8Array;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

export function macDoor(options: {
  readonly keys: MacKeys;
  readonly intake: Intake;
  readonly watch: Pick<Watch, "heard" | "macRefused">;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { keys, intake, watch, clock, log } = options;
  let said = "";

  return async (delivered: Delivered): Promise<{ readonly status: number }> => {
    const json = jsonOf(delivered.raw);
    // Saving the address in the console sends an empty object, unsigned.
    if (isEmpty(json) || delivered.raw.length === 0) return { status: 200 };
    if (delivered.signature === undefined) return { status: 401 };
    const event = checkedEvent(json);
    if (event === undefined) return { status: 400 };
    const reading = macReading(keys, {
      raw: delivered.raw,
      signature: delivered.signature,
      oaId: oaOf(event),
      bodyTime: event.timestamp,
      headerTime: delivered.timestamp,
    });
    if (reading === undefined) {
      log.warn("an event whose mac does not fit was turned away");
      watch.macRefused();
      return { status: 401 };
    }
    if (event.app_id !== undefined && event.app_id !== keys.appId) return { status: 401 };
    watch.heard(event.event_name.startsWith("oa_send_"));
    if (reading !== said) {
      said = reading;
      log.info({ reading }, "this is how Zalo signs: ZALO_OA_MAC may name it");
    }
    const age = clock.now() - Number(event.timestamp ?? delivered.timestamp ?? Number.NaN);
    if (!(age <= oldest && age >= -youngest)) {
      log.warn({ minutes: Math.round(age / 60_000) }, "an event out of its time was left alone");
      return { status: 200 };
    }
    try {
      await intake.accept(event);
    } catch (error) {
      log.warn({ err: error }, "not taken, asked for again");
      return { status: 503 };
    }
    return { status: 200 };
  };
}

const isEmpty = (json: unknown): boolean =>
  typeof json === "object" && json !== null && Object.keys(json).length === 0;

function jsonOf(raw: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString("utf8"));
  } catch {
    return undefined;
  }
}
