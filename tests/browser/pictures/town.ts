/** Whom the pictures show: a server on a Tuesday morning, and the windows of everybody in it. */
import type { Browser } from "playwright-core";
import { type RealServer, startRealServer } from "../../support/browser/real-server.ts";
import { type Resident, type Windows, windows } from "../../support/browser/road.ts";
import type { Camera } from "./camera.ts";

export interface Town {
  readonly server: RealServer;
  readonly open: Windows;
  readonly take: Camera;
  /** Somebody who has reached the first step with something to do. */
  atAStep(): Promise<Resident>;
  /** Without a guide: called somebody from Nà Khau. */
  calling(address: string): Promise<Resident>;
}

export const sen = { name: "Nông Thị Sen (mẫu)", role: "Trưởng thôn", woman: true };
export const tung = { name: "Hoàng Văn Tùng (mẫu)", role: "Bí thư chi đoàn" };
export const lin = { name: "Ma Văn Lìn (mẫu)", role: "Cán bộ xã", rank: "coordinator" } as const;

/** Puts a town up, lets somebody use it, and takes it down. */
export async function inTown(
  browser: Browser,
  take: Camera,
  use: (town: Town) => Promise<void>,
): Promise<void> {
  const server = await startRealServer({ writable: true, at: "2026-11-24T08:30:00+07:00" });
  const open = windows(browser, server.words);
  try {
    await use({
      server,
      open,
      take,
      async atAStep() {
        const who = await open.resident(server.url);
        await who.toAStep();
        return who;
      },
      async calling(address) {
        const who = await open.resident(server.url);
        await who.press(server.words("human"), "Nà Khau", server.words("who-anyone"), address);
        return who;
      },
    });
  } finally {
    await open.close();
    await server.close();
  }
}
