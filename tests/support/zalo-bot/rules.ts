/** What a bot may ask for, as far as it is certain. */

/** Zalo said no. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: number;
  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}

const longest = 2000;

/** Each method that exists, its fields, and which of them must be there. */
const methods: Readonly<Record<string, Readonly<Record<string, "must" | "may">>>> = {
  getMe: {},
  getUpdates: { timeout: "may" },
  setWebhook: { url: "must", secret_token: "must" },
  deleteWebhook: {},
  sendMessage: { chat_id: "must", text: "must" },
  sendPhoto: { chat_id: "must", photo: "must", caption: "may" },
  sendVoice: { chat_id: "must", voice_url: "must" },
  sendChatAction: { chat_id: "must", action: "must" },
};

/** What no correct bot does, whether or not the platform would say so. */
export function problemsOf(
  method: string,
  parameters: Readonly<Record<string, unknown>>,
): readonly string[] {
  const fields = methods[method];
  if (fields === undefined) return [`${method}: there is no such method`];
  const unknown = Object.keys(parameters).filter((name) => fields[name] === undefined);
  const missing = Object.keys(fields).filter(
    (name) => fields[name] === "must" && (parameters[name] ?? "") === "",
  );
  const words = ["text", "caption"].flatMap((name) => {
    const said = parameters[name];
    if (typeof said !== "string") return [];
    return [
      ...(said.trim() === "" ? [`${method}: ${name} is empty`] : []),
      ...(said.length > longest ? [`${method}: ${name} is longer than ${longest}`] : []),
      ...(said.isWellFormed() ? [] : [`${method}: ${name} holds half a letter`]),
      ...(said === said.normalize("NFC") ? [] : [`${method}: ${name} is not composed`]),
    ];
  });
  const address = parameters["photo"] ?? parameters["voice_url"];
  return [
    ...unknown.map((name) => `${method}: there is no field ${name}`),
    ...missing.map((name) => `${method}: ${name} is missing`),
    ...words,
    ...(typeof parameters["chat_id"] === "number" ? [`${method}: chat_id is a number`] : []),
    ...(typeof address === "string" && !/^https?:\/\//.test(address)
      ? [`${method}: a picture or a recording goes by its address`]
      : []),
    ...(method === "sendVoice" && !String(address).endsWith(".aac")
      ? ["sendVoice: the address does not end in .aac"]
      : []),
    ...(method === "sendChatAction" && parameters["action"] !== "typing"
      ? ["sendChatAction: there is no such action"]
      : []),
  ];
}
