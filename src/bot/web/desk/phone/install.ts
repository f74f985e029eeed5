/** Whether this page can stand among the telephone's applications, as the browser tells. */

/** Chromium's own event; others have none. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

export type Installing =
  | { readonly is: "installed" }
  | { readonly is: "offered"; readonly install: () => Promise<void> }
  /** An iPhone: it installs only by its own menu. */
  | { readonly is: "by-hand" }
  | { readonly is: "unknown" };

let offer: InstallOffer | undefined;
const heard = new Set<() => void>();

/** Called once, before the browser can offer. It then shows no banner of its own: the settings ask. */
export function keepInstallOffer(): void {
  const change = (now: InstallOffer | undefined) => {
    offer = now;
    for (const tell of heard) tell();
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    change(event as InstallOffer);
  });
  addEventListener("appinstalled", () => change(undefined));
}

export function onInstallOffer(tell: () => void): () => void {
  heard.add(tell);
  return () => heard.delete(tell);
}

export function installing(): Installing {
  const { standalone } = navigator as { readonly standalone?: boolean };
  if (standalone === true || matchMedia("(display-mode: standalone)").matches)
    return { is: "installed" };
  if (offer !== undefined) {
    const { prompt } = offer;
    return {
      is: "offered",
      // It can be used once; a no is told by the browser's next offer.
      install: async () => {
        await prompt.call(offer);
        offer = undefined;
      },
    };
  }
  return { is: standalone === false ? "by-hand" : "unknown" };
}
