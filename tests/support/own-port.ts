/** Ports for servers that go away and come back: in between, nobody else is met there. */
import { createSocket, type Socket } from "node:dgram";
import { createServer } from "node:net";

/** Below all ports that a system gives to whoever asks for any: to the other tests' servers, and to every client. */
const first = 20_000;
const last = 32_000;

export interface OwnPort {
  readonly port: number;
  giveBack(): void;
}

/**
 * A TCP port of 127.0.0.1 that nobody else takes until it is given back, also while nothing listens there.
 * The UDP port of the same number is held as a sign for tests in other processes; it goes with this process.
 */
export async function ownPort(): Promise<OwnPort> {
  const count = last - first;
  const begin = Math.floor(Math.random() * count);
  for (let tried = 0; tried < count; tried += 1) {
    const port = first + ((begin + tried) % count);
    const sign = createSocket("udp4").unref();
    if ((await isSigned(sign, port)) && (await isFree(port)))
      return { port, giveBack: () => sign.close() };
    sign.close();
  }
  throw new Error(`no port from ${first} to ${last} is free`);
}

const isSigned = (sign: Socket, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    sign.once("error", () => resolve(false));
    sign.bind({ address: "127.0.0.1", port, exclusive: true }, () => resolve(true));
  });

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const trial = createServer().once("error", () => resolve(false));
    trial.listen(port, "127.0.0.1", () => trial.close(() => resolve(true)));
  });
