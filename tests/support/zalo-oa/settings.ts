/** Settings of a program that talks with the emulator, and holds a refresh token that was never used. */
import type { ZaloOaSettings } from "../../../src/bot/config-zalo-oa.ts";
import { freeOnZalo } from "../../../src/flows/index.ts";
import type { OaEmulator } from "./emulator.ts";

export function oaSettings(
  emulator: OaEmulator,
  changes: Partial<ZaloOaSettings> = {},
): ZaloOaSettings {
  return {
    appId: emulator.appId,
    appSecret: emulator.appSecret,
    secretKey: emulator.secretKey,
    refreshToken: "refreshToken" in changes ? undefined : emulator.tokens.newPair().refresh_token,
    apiRoot: emulator.root,
    oauthRoot: emulator.root,
    codeVerifier: undefined,
    mac: "any",
    buttons: "auto",
    caption: "together",
    perMinute: 80,
    inARow: 8,
    freeFor: freeOnZalo,
    billedFor: undefined,
    plans: [],
    ...changes,
  };
}
