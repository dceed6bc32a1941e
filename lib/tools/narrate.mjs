// What the command line tools say: one line per step with its time, and what to do when a step fails.

/** A failure whose message is written for the person at the terminal; no stack trace is shown for it. */
export class Problem extends Error {}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs one step and prints one line for it. `work` may return a short note that is added to the line. */
export async function step(label, work) {
  const started = performance.now();
  const note = await work();
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  say(`  ${label.padEnd(24)} ${took.padStart(8)}${typeof note === "string" && note ? `   ${note}` : ""}`);
}

/** Prints why a tool gives up, and makes the process end with a failure. */
export function giveUp(error) {
  if (error instanceof Problem) process.stderr.write(`\n${error.message}\n`);
  else process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
