export { greeting } from "./inner/greeting.ts";
