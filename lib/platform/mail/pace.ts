import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { execute, rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

const KEY = "mail.turn";
/** Longer than lanes ever wait for each other: the provider asked for a rest. */
const REST_SECONDS = 5;

/** Seconds that nobody may call the provider; 0 when it is only a matter of turns. */
export async function restSeconds(): Promise<number> {
  const [row] = await rows<{ seconds: number }>(sql`
    select extract(epoch from window_ends - clock_timestamp())::float8 as seconds from rate_limits where key = ${KEY}`);
  return row && row.seconds > REST_SECONDS ? row.seconds : 0;
}

/**
 * Waits for the turn to call the provider, for all instances together: turns lie at least `paceMs` apart by the clock of
 * the database, and each is given out only when it has come, so that a process that woke late never bunches calls.
 * False when the provider asked for a rest meanwhile.
 */
export async function takeTurn(paceMs: number): Promise<boolean> {
  if (paceMs === 0) return true;
  const pace = sql`make_interval(secs => ${paceMs / 1000}::float8)`;
  for (;;) {
    const taken = await execute(sql`
      insert into rate_limits as r (key, window_ends, count) values (${KEY}, clock_timestamp() + ${pace}, 0)
      on conflict (key) do update set window_ends = clock_timestamp() + ${pace} where r.window_ends <= clock_timestamp()`);
    if (taken > 0) return true;
    if ((await restSeconds()) > 0) return false;
    await pause(paceMs / 4);
  }
}

/** Nobody calls the provider for so long: it asked for it. */
export async function holdTurns(seconds: number): Promise<void> {
  await execute(sql`
    update rate_limits set window_ends = greatest(window_ends, clock_timestamp() + make_interval(secs => ${seconds}::float8))
    where key = ${KEY}`);
}
