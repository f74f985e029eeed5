/** Runs beside the server: reads drafts, one wish at a time, so that no resident's turn waits for it. */
import { doApart } from "../apart.ts";
import { type Reading, reading } from "./reading.ts";

doApart<Reading>(reading());
