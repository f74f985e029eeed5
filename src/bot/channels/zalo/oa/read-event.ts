/** What an event of an Official Account is to us. Looks only; asks nobody and writes nothing. */
import { z } from "zod";
import type { InboundOf } from "../../../../flows/index.ts";
import { commandIn, joinCodeIn } from "../../../conversations/commands.ts";
import { mayBeCarried } from "../../fetched.ts";
import { type Pressed, pressedIn } from "./buttons.ts";
import { phoneIn } from "./phone-in.ts";

const text = z.string();
/** Written as a string. */
const degrees = z.union([z.string().min(1), z.number()]).transform(Number);
const attachment = z.looseObject({
  type: text.optional(),
  payload: z
    .looseObject({
      url: text.optional(),
      description: text.optional(),
      name: text.optional().catch(undefined),
      type: text.optional().catch(undefined),
      coordinates: z
        .looseObject({ latitude: degrees, longitude: degrees })
        .optional()
        .catch(undefined),
    })
    .optional(),
});
const eventSchema = z.looseObject({
  app_id: text.optional(),
  oa_id: text.optional(),
  event_name: z.string().min(1),
  timestamp: z.union([z.string(), z.number()]).transform(String).optional(),
  sender: z.looseObject({ id: text }).optional(),
  recipient: z.looseObject({ id: text }).optional(),
  follower: z.looseObject({ id: text }).optional(),
  user_id: text.optional(),
  message: z
    .looseObject({
      msg_id: text.optional(),
      msg_ids: z.array(text).optional(),
      text: text.optional(),
      quote_msg_id: text.optional(),
      attachments: z.array(attachment).optional(),
    })
    .optional(),
  info: z.looseObject({ phone: z.union([z.string(), z.number()]).transform(String) }).optional(),
});
export type OaEvent = Readonly<z.infer<typeof eventSchema>>;

/** Undefined where it is not as Zalo documents it. */
export function checkedEvent(raw: unknown): OaEvent | undefined {
  const checked = eventSchema.safeParse(raw);
  return checked.success ? checked.data : undefined;
}

/** The account an event is about: it receives what people do, and sends its own. */
export function oaOf(event: OaEvent): string | undefined {
  if (event.oa_id !== undefined) return event.oa_id;
  return event.event_name.startsWith("oa_") ? event.sender?.id : event.recipient?.id;
}

type Unreadable = InboundOf<"unreadable">["what"];

/** What a person sent. */
export type Sent =
  | { readonly is: "words"; readonly text: string }
  | { readonly is: "join"; readonly code: string }
  | { readonly is: "command"; readonly command: InboundOf<"command">["command"] }
  | { readonly is: "pressed"; readonly pressed: Pressed }
  | { readonly is: "arrived" }
  | {
      readonly is: "photo";
      readonly url: string;
      readonly caption: string;
      readonly album?: string;
    }
  | { readonly is: "voice"; readonly url: string }
  /** Picked as a file, which may be a picture or a recording all the same. */
  | { readonly is: "file"; readonly url: string; readonly name: string; readonly caption: string }
  | { readonly is: "location"; readonly latitude: number; readonly longitude: number }
  /** A telephone number they agreed to share. */
  | { readonly is: "contact"; readonly number: string }
  /** Their right to be forgotten, used at Zalo's own desk. */
  | { readonly is: "withdrawn" }
  | { readonly is: "unreadable"; readonly what: Unreadable };

export type Read =
  | {
      readonly is: "sent";
      readonly peer: string;
      readonly key: string;
      readonly sent: Sent;
      readonly quotes?: string;
    }
  /** The account itself spoke: we, or staff in Zalo's own app. */
  | {
      readonly is: "spoken";
      readonly peer: string;
      readonly key: string;
      readonly message: string;
      readonly text: string;
    }
  | { readonly is: "seen"; readonly peers: readonly string[]; readonly messages: readonly string[] }
  /** Their telephone has these messages, seen or not. */
  | {
      readonly is: "reached";
      readonly peers: readonly string[];
      readonly messages: readonly string[];
    }
  | { readonly is: "left"; readonly peer: string }
  | { readonly is: "nothing" };

export function readEvent(event: OaEvent): readonly Read[] {
  const { event_name: name, message, sender, recipient } = event;
  const key = (peer: string): string =>
    message?.msg_id === undefined
      ? `e${name}/${event.timestamp ?? ""}/${peer}`
      : `m${message.msg_id}`;
  const peer = event.follower?.id ?? event.user_id ?? sender?.id;

  if (/^oa_send_(?!action|group|anonymous)/.test(name)) {
    if (recipient === undefined || message?.msg_id === undefined) return [];
    const said = message.text?.trim() ?? "";
    return [
      { is: "spoken", peer: recipient.id, key: key(""), message: message.msg_id, text: said },
    ];
  }
  if (name === "user_seen_message" || name === "user_received_message") {
    // Which of the two is the person is told in two ways; only theirs is a chat of ours.
    const peers = [sender?.id, recipient?.id, event.user_id].filter((id) => id !== undefined);
    const one = message?.msg_id === undefined ? [] : [message.msg_id];
    const messages = message?.msg_ids ?? one;
    return [{ is: name === "user_seen_message" ? "seen" : "reached", peers, messages }];
  }
  if (peer === undefined) return [];
  if (name === "unfollow") return [{ is: "left", peer }];
  const quotes = message?.quote_msg_id;
  return sentIn(event, name).map((sent, index) => ({
    is: "sent",
    peer,
    key: index === 0 ? key(peer) : `${key(peer)}/${index}`,
    sent,
    ...(quotes === undefined || quotes === "" ? {} : { quotes }),
  }));
}

const unreadables: ReadonlyMap<string, Unreadable> = new Map([
  ["user_send_sticker", "sticker"],
  ["user_send_gif", "sticker"],
  ["user_send_video", "video"],
]);

function sentIn(event: OaEvent, name: string): readonly Sent[] {
  const { message, info } = event;
  const attachments = message?.attachments ?? [];
  const url = attachments[0]?.payload?.url;
  const known = unreadables.get(name);
  if (known !== undefined) return [{ is: "unreadable", what: known }];
  switch (name) {
    case "user_send_text":
      return [readText(message?.text ?? "")];
    case "user_send_link":
      return [readText([message?.text, url].filter(Boolean).join(" "))];
    case "user_send_image":
      return readPhotos(event);
    case "user_send_file":
      return [readFile(event)];
    case "user_send_audio":
      return [url === undefined ? { is: "unreadable", what: "other" } : { is: "voice", url }];
    case "user_send_location":
      return [placeIn(attachments[0]?.payload?.coordinates)];
    case "user_send_business_card": {
      const number = phoneIn(attachments[0]?.payload?.description ?? "");
      return [
        number === undefined ? { is: "unreadable", what: "contact" } : { is: "contact", number },
      ];
    }
    case "user_submit_info": {
      const number = phoneIn(info?.phone ?? "");
      return number === undefined ? [] : [{ is: "contact", number }];
    }
    case "follow":
    case "user_click_chatnow":
      return [{ is: "arrived" }];
    case "user_withdraw":
      return [{ is: "withdrawn" }];
    default:
      return /^user_send_(?!group)/.test(name) ? [{ is: "unreadable", what: "other" }] : [];
  }
}

function readText(said: string): Sent {
  const plain = said.normalize("NFC");
  if (plain.trim() === "") return { is: "unreadable", what: "empty" };
  const pressed = pressedIn(plain.trim());
  if (pressed !== undefined) return { is: "pressed", pressed };
  const code = joinCodeIn(plain.trim().replace(/^\/start\s+/i, ""));
  if (code !== undefined) return { is: "join", code };
  const command = commandIn(plain);
  return command === undefined
    ? { is: "words", text: plain }
    : { is: "command", command: command.command };
}

/** All pictures of one message are one album; its words belong to the first. */
function readPhotos({ message }: OaEvent): readonly Sent[] {
  const urls = (message?.attachments ?? []).flatMap(({ payload }) =>
    payload?.url === undefined ? [] : [payload.url],
  );
  const album = urls.length > 1 ? message?.msg_id : undefined;
  if (urls.length === 0) return [{ is: "unreadable", what: "other" }];
  return urls.map((url, index) => ({
    is: "photo",
    url,
    caption: index === 0 ? (message?.text ?? "").normalize("NFC") : "",
    ...(album === undefined ? {} : { album }),
  }));
}

/** What it is, its bytes will say. */
function readFile({ message }: OaEvent): Sent {
  const { name = "", type = "", url } = message?.attachments?.[0]?.payload ?? {};
  if (url === undefined || !mayBeCarried(type, name)) return { is: "unreadable", what: "file" };
  return { is: "file", url, name, caption: (message?.text ?? "").normalize("NFC") };
}

function placeIn(at: { readonly latitude: number; readonly longitude: number } | undefined): Sent {
  const onEarth = at !== undefined && Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
  return onEarth
    ? { is: "location", latitude: at.latitude, longitude: at.longitude }
    : { is: "unreadable", what: "location" };
}
