export interface Voice {
  readonly lang: string;
  readonly localService?: boolean;
}

/** A voice for this language, one that lives on the phone before one that needs the network. */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string): V | undefined {
  // Android writes vi_VN where others write vi-VN.
  const fitting = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  return fitting.find(({ localService }) => localService === true) ?? fitting[0];
}

/** One breath each: some browsers fall silent in the middle of anything longer than 15 seconds. */
export function breaths(text: string): readonly string[] {
  return (text.match(/[^.!?…\n]+[.!?…]*/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
