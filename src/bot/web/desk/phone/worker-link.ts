/** The page's side of its service worker: it begins it, and hears what it says. */

/** What the worker says; its side is `worker/notices.ts`. */
interface FromWorker {
  readonly open?: string;
  readonly look?: true;
}

const lookEvery = 10 * 60_000;

export function linkWorker(heard: {
  /** This page is of an older build than the one kept for the next opening. */
  readonly renewed: () => void;
  /** A notification of this case was pressed. */
  readonly open: (id: string) => void;
  /** Something is new. */
  readonly look: () => void;
}): void {
  // Missing on plain http, and in some in-app browsers: the page then does without.
  const workers = (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  if (workers === undefined) return;
  const begun = workers
    .register("/desk-assets/worker.js", { scope: "/desk", updateViaCache: "none" })
    .catch(() => undefined); // forbidden here; nothing but the offline page is lost

  workers.addEventListener("controllerchange", () => {
    isOfThisBuild(workers).then(
      (same) => {
        if (!same) heard.renewed();
      },
      () => undefined,
    );
  });

  workers.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.open !== undefined) heard.open(data.open);
    if (data.look === true) heard.look();
  });
  workers.startMessages();

  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    // An installed page lives for weeks without ever being opened anew.
    if (document.visibilityState !== "visible" || Date.now() - looked < lookEvery) return;
    looked = Date.now();
    void begun.then((registration) => registration?.update()).catch(() => undefined);
  });
}

/** Asks the worker: its build has this page's script, or another. */
function isOfThisBuild(workers: ServiceWorkerContainer): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;
  const worker = workers.controller;
  if (script === undefined || worker === null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data !== false);
    worker.postMessage({ ask: "same-build", script: new URL(script).pathname }, [port2]);
  });
}
