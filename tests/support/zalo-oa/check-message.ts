/** What a message may look like, as strictly as the service is known to be. */

export type Buttons = "accept-bare" | "accept-template" | "accept-list" | "refuse";

export interface Checked {
  readonly error: number;
  readonly text: string;
  readonly buttons: ReadonlyArray<{ readonly title: string; readonly payload: string }>;
  readonly picture: string | undefined;
  readonly asksPhone: boolean;
  readonly quotes: string | undefined;
  /** The token of a document. */
  readonly file: string | undefined;
}

const longestText = 2000;

type Loose = Readonly<Record<string, unknown>>;
const object = (value: unknown): Loose =>
  typeof value === "object" && value !== null ? (value as Loose) : {};

export function checkMessage(
  message: Loose,
  buttons: Buttons,
  isKept: (attachment: string) => boolean,
): Checked {
  const attachment = object(message["attachment"]);
  const payload = object(attachment["payload"]);
  const template = payload["template_type"];
  const text = String(message["text"] ?? payload["text"] ?? "");
  const elements = Array.isArray(payload["elements"]) ? payload["elements"].map(object) : [];
  const asked = Array.isArray(payload["buttons"]) ? payload["buttons"].map(object) : [];
  const quotes = message["quote_message_id"];
  const isList = template === "list";
  const [head = {}, ...rows] = isList ? elements : [];
  const found = {
    text: isList ? [head["title"], head["subtitle"]].filter(Boolean).join("\n") : text,
    buttons: isList
      ? rows.map((row) => ({
          title: String(row["title"]),
          payload: String(object(row["default_action"])["payload"]),
        }))
      : asked.map((b) => ({ title: String(b["title"]), payload: String(b["payload"]) })),
    picture: template === "media" ? String(elements[0]?.["attachment_id"] ?? "") : undefined,
    asksPhone: template === "request_user_info",
    quotes: typeof quotes === "string" ? quotes : undefined,
    file: attachment["type"] === "file" ? String(payload["token"] ?? "") : undefined,
  };
  const error = ((): number => {
    const known = ["text", "attachment", "quote_message_id"];
    if (Object.keys(message).some((name) => !known.includes(name))) return -201;
    if (text.length > longestText) return -210;
    if (message["attachment"] === undefined) return text.trim() === "" ? -201 : 0;
    if (found.file !== undefined) {
      // Whether words may go with it is written nowhere.
      if (message["text"] !== undefined) return -201;
      return isKept(found.file) ? 0 : -100;
    }
    if (attachment["type"] !== "template") return -233;
    if (asked.length > 0) {
      const taken =
        buttons === "accept-bare"
          ? template === undefined && message["text"] !== undefined
          : buttons === "accept-template" && template === "button";
      if (!taken) return -233;
      if (asked.length > 5) return -210;
      if (text.trim() === "") return -201;
      const fits = asked.every(
        (b) =>
          ["oa.query.show", "oa.query.hide"].includes(String(b["type"])) &&
          String(b["title"]).length <= 100 &&
          String(b["title"]).trim() !== "" &&
          String(b["payload"]).length <= 1000,
      );
      return fits ? 0 : -201;
    }
    if (isList) {
      if (buttons !== "accept-list") return -233;
      if (elements.length < 2 || elements.length > 5) return -210;
      const fits = elements.every((row, index) => {
        const action = object(row["default_action"]);
        return (
          String(row["title"] ?? "").trim() !== "" &&
          String(row["title"]).length <= 100 &&
          (index === 0
            ? String(row["subtitle"] ?? "").trim() !== "" && String(row["subtitle"]).length <= 500
            : action["type"] === "oa.query.hide" && String(action["payload"]).length <= 1000)
        );
      });
      return fits ? 0 : -201;
    }
    if (template === "media") {
      if (elements.length !== 1 || elements[0]?.["media_type"] !== "image") return -201;
      return isKept(found.picture ?? "") ? 0 : -100;
    }
    if (template === "request_user_info") {
      const [one] = elements;
      const fits =
        elements.length === 1 &&
        String(one?.["title"]).length <= 100 &&
        String(one?.["subtitle"]).length <= 500;
      return fits ? 0 : -201;
    }
    return -233;
  })();
  return { error, ...found };
}
