/**
 * What every engine's store promises. Each test gets an empty store, and may restart it: what was committed
 * must then still be there.
 */
import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../../src/bot/store/store.ts";
import { contentContract } from "./content-contract.ts";
import { deskContract } from "./desk-contract.ts";
import { draftsContract } from "./drafts-contract.ts";
import { erasureContract } from "./erasure-contract.ts";
import { mediaContract } from "./media-contract.ts";
import { modelContract } from "./model-contract.ts";
import { movingContract } from "./moving-contract.ts";
import { peopleContract } from "./people-contract.ts";
import { platformContract } from "./platform-contract.ts";
import { pushContract } from "./push-contract.ts";
import { recordingsContract } from "./recordings-contract.ts";
import { repliesContract } from "./replies-contract.ts";
import { turnsContract } from "./turns-contract.ts";

export interface StoreUnderTest {
  readonly store: Store;
  /** Closes it and opens the same data again. */
  restart(): StoreUnderTest;
  /** Everything the engine keeps on disk for it, as it lies there. */
  bytes(): Buffer;
  /** Closes it and removes the data. */
  end(): void;
}

/** The store of the running test; `restart` replaces it. */
export interface Current {
  readonly store: Store;
  restart(): void;
  bytes(): Buffer;
}

export function storeContract(engine: string, openEmpty: () => StoreUnderTest): void {
  describe(engine, () => {
    let opened: StoreUnderTest;
    const current: Current = {
      get store() {
        return opened.store;
      },
      restart: () => {
        opened = opened.restart();
      },
      bytes: () => opened.bytes(),
    };
    beforeEach(() => {
      opened = openEmpty();
    });
    afterEach(() => opened.end());

    describe("turns", () => turnsContract(current));
    describe("replies", () => repliesContract(current));
    describe("erasure", () => erasureContract(current));
    describe("moving", () => movingContract(current));
    describe("people", () => peopleContract(current));
    describe("desk", () => deskContract(current));
    describe("telephones", () => pushContract(current));
    describe("media", () => mediaContract(current));
    describe("recordings", () => recordingsContract(current));
    describe("content", () => contentContract(current));
    describe("platforms", () => platformContract(current));
    describe("drafts", () => draftsContract(current));
    describe("any sequence", () => modelContract(openEmpty));
  });
}
