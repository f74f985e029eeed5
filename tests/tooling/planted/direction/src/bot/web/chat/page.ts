// Planted: a page that carries the store to the phone, and an import that leads nowhere.
import { takeTwice } from "../../store/store.ts";
import { nothing } from "./not-there.ts";

export const said = takeTwice(nothing);
