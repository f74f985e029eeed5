/** Every outcome and every word at every step of every shipped guide. */
import { everyStep } from "../support/every-step.ts";

everyStep("all");
