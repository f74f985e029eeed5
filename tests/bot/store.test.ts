import { storeContract } from "../support/store/contract.ts";
import { sqliteOnDisk } from "../support/store/sqlite-on-disk.ts";

storeContract("SQLite", sqliteOnDisk);
