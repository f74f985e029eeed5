// Loaded before the program: it ends as by `kill -9`, right before the file with this number is moved into the
// content folder. KILL_BEFORE_MOVE counts from 1.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const before = Number(process.env["KILL_BEFORE_MOVE"]);
const rename = fs.renameSync;
let moves = 0;
fs.renameSync = (from, to) => {
  if (String(from).endsWith(".yaml.part")) {
    moves += 1;
    if (moves === before) process.kill(process.pid, "SIGKILL");
  }
  rename(from, to);
};
syncBuiltinESMExports();
