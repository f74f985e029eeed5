// Makes tests/support/bot-api.json from a full description of the Telegram Bot API.
//
//   node scripts/make-bot-api.mjs <bot-api description.json> [output.json]
//
// The input is `data/telegram-bot-api.json` of github.com/PrimeUpYourLife/dynamic-telegram-bot-api-mcp
// (MIT; scraped from core.telegram.org/bots/api). Only names, types, required fields and the constants
// that tell the members of a union apart are kept, and only for what the emulator speaks.

import { readFileSync, writeFileSync } from "node:fs";

const METHODS = [
  "getMe",
  "getUpdates",
  "setWebhook",
  "deleteWebhook",
  "getWebhookInfo",
  "sendMessage",
  "sendPhoto",
  "sendVoice",
  "sendAudio",
  "sendDocument",
  "sendMediaGroup",
  "editMessageText",
  "editMessageReplyMarkup",
  "editMessageCaption",
  "deleteMessage",
  "answerCallbackQuery",
  "sendChatAction",
  "setMyCommands",
  "getMyCommands",
  "setChatMenuButton",
  "setMyDescription",
  "setMyShortDescription",
  "getFile",
  "getChat",
  "copyMessage",
];

/** What the emulator sends: kept without what these types refer to in turn. */
const ANSWERED = [
  "Update",
  "Message",
  "InaccessibleMessage",
  "MessageId",
  "CallbackQuery",
  "ChatMemberUpdated",
  "Chat",
  "ChatFullInfo",
  "User",
  "File",
  "PhotoSize",
  "Voice",
  "Audio",
  "Video",
  "Document",
  "Sticker",
  "Contact",
  "Location",
  "MessageOriginHiddenUser",
  "WebhookInfo",
];

/** The source file names no members for this union. */
const MISSING_UNIONS = {
  BotCommandScope: [
    "BotCommandScopeDefault",
    "BotCommandScopeAllPrivateChats",
    "BotCommandScopeAllGroupChats",
    "BotCommandScopeAllChatAdministrators",
    "BotCommandScopeChat",
    "BotCommandScopeChatAdministrators",
    "BotCommandScopeChatMember",
  ],
};

/** The source file leaves the article of a sentence in the return type. */
const RETURNS = [
  [/^the sent Message$/, "Message"],
  [/^Array of Message objects that were sent$/, "Array of Message"],
  [/^if the edited message is not an inline message/, "Message or True"],
  [/^the MessageId of the sent message$/, "MessageId"],
  [/^a (\w+) object$/, "$1"],
  [/^(\w+) object$/, "$1"],
];

const [input, output = new URL("../tests/support/bot-api.json", import.meta.url)] =
  process.argv.slice(2);
if (input === undefined) {
  console.error("Usage: node scripts/make-bot-api.mjs <bot-api description.json> [output.json]");
  process.exit(1);
}

const described = JSON.parse(readFileSync(input, "utf8"));
const typesByName = new Map(described.types.map((type) => [type.name, type]));
const wanted = new Set();

const namesIn = (type) =>
  type.split(/Array of |, | or | and /).filter((name) => typesByName.has(name));
const membersOf = (type) => type.variants ?? MISSING_UNIONS[type.name];

const want = (type) => {
  for (const name of namesIn(type)) {
    if (wanted.has(name)) continue;
    wanted.add(name);
    for (const member of membersOf(typesByName.get(name)) ?? []) want(member);
    for (const field of typesByName.get(name).fields) want(field.type);
  }
};

const constantOf = (field) =>
  field.name === "type" && field.type === "String"
    ? /(?:must be|always) [“"]?(?!one\b)([a-z_0-9]+)/.exec(field.description)?.[1]
    : undefined;

const shapeOf = (fields) => {
  const constants = fields.flatMap((field) => {
    const constant = constantOf(field);
    return constant === undefined ? [] : [[field.name, constant]];
  });
  return {
    fields: Object.fromEntries(fields.map((field) => [field.name, field.type])),
    required: fields.filter((field) => field.required).map((field) => field.name),
    ...(constants.length > 0 ? { constants: Object.fromEntries(constants) } : {}),
  };
};

const returnsOf = (method) =>
  RETURNS.reduce((text, [pattern, type]) => text.replace(pattern, type), method.returnType).replace(
    /^Message or True.*$/,
    "Message or True",
  );

const methods = Object.fromEntries(
  METHODS.map((name) => {
    const method = described.methods.find((candidate) => candidate.name === name);
    if (method === undefined) throw new Error(`The description has no method "${name}".`);
    for (const parameter of method.parameters) want(parameter.type);
    return [name, { returns: returnsOf(method), ...shapeOf(method.parameters) }];
  }),
);

const types = Object.fromEntries(
  [...new Set([...wanted, ...ANSWERED])].sort().map((name) => {
    const type = typesByName.get(name);
    if (type === undefined) throw new Error(`The description has no type "${name}".`);
    const members = membersOf(type);
    return [name, members === undefined ? shapeOf(type.fields) : { anyOf: members }];
  }),
);

const kept = {
  source: described.source,
  version: described.version,
  retrieved: described.retrievedAt.slice(0, 10),
  description:
    "github.com/PrimeUpYourLife/dynamic-telegram-bot-api-mcp, data/telegram-bot-api.json (MIT)",
  methods,
  types,
};
writeFileSync(output, `${JSON.stringify(kept, null, 2)}\n`);
