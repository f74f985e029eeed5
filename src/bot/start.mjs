// Plain JavaScript without imports: an old Node must get far enough to be told that it is old.
// What is below has to parse there too, so no newer syntax than dynamic import.

const oldest = 24;
const running = process.versions.node;

if (Number(running.split(".")[0]) < oldest) {
  process.stderr.write(
    `Cầu Nối needs Node ${oldest} or newer, this is Node ${running}. / Cầu Nối cần Node ${oldest} trở lên, máy này đang chạy Node ${running}.\n`,
  );
  process.exit(1);
}

import("./main.ts")
  .then(({ main }) => main(process.argv.slice(2)))
  .then(
    (code) => {
      if (code !== undefined) leave(code); // undefined: a server now runs, and ends by a signal
    },
    (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      leave(1);
    },
  );

/** Ends the process once all that was written has reached its reader. */
function leave(code) {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}
