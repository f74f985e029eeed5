/** Sounds and the number on the icon. Browsers stay silent until the person has touched the page once. */
let context: AudioContext | undefined;
const heard = new Set<() => void>();

export const canSound = (): boolean => context?.state === "running";

/** Wakes the sound with the first touch or key; tells when it is awake. */
export function wakeOnTouch(awake: () => void): void {
  heard.add(awake);
  const wake = () => {
    if (typeof AudioContext === "undefined") return;
    context ??= new AudioContext();
    context.resume().then(
      () => {
        for (const tell of heard) tell();
      },
      () => undefined, // the next touch tries again
    );
  };
  for (const touch of ["pointerup", "keydown"]) addEventListener(touch, wake, { passive: true });
}

/** Two rising tones for somebody who waits, one soft tone for a message. */
export function ring(what: "case" | "message"): void {
  if (context?.state !== "running") return;
  const begin = context.currentTime + 0.02;
  for (const [pitch, after, loud] of tones[what]) tone(context, pitch, begin + after, loud);
  if (what === "case") navigator.vibrate?.([180, 90, 180]);
}

const tones = {
  case: [
    [587, 0, 0.3],
    [784, 0.22, 0.3],
    [587, 0.7, 0.3],
    [784, 0.92, 0.3],
  ],
  message: [[659, 0, 0.14]],
} as const;

function tone(on: AudioContext, pitch: number, at: number, loud: number): void {
  const voice = on.createOscillator();
  const volume = on.createGain();
  voice.type = "triangle";
  voice.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(loud, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.42);
  voice.connect(volume).connect(on.destination);
  voice.start(at);
  voice.stop(at + 0.45);
}

export function showCount(count: number, title: string): void {
  document.title = count > 0 ? `(${count}) ${title}` : title;
  const badge = navigator as {
    setAppBadge?: (count: number) => Promise<void>;
    clearAppBadge?: () => Promise<void>;
  };
  const shown = count > 0 ? badge.setAppBadge?.(count) : badge.clearAppBadge?.();
  shown?.catch(() => undefined); // no icon on the home screen to mark
}
