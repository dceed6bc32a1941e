import "server-only";
import { execute, rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

const KEY = "mail.turn";
const LONGEST_WAIT_MS = 5000;

/**
 * Takes the next turn to call the provider, for all instances together: turns lie `paceMs` apart by the clock of the
 * database, which all instances share. Answers the milliseconds until the turn; null when it is too far off to wait for.
 */
export async function takeTurn(paceMs: number): Promise<number | null> {
  if (paceMs === 0) return 0;
  const pace = sql`make_interval(secs => ${paceMs / 1000}::float8)`;
  const [turn] = await rows<{ wait: number }>(sql`
    insert into rate_limits as r (key, window_ends, count) values (${KEY}, clock_timestamp() + ${pace}, 0)
    on conflict (key) do update set window_ends = greatest(r.window_ends, clock_timestamp()) + ${pace}
      where r.window_ends < clock_timestamp() + make_interval(secs => ${LONGEST_WAIT_MS / 1000}::float8)
    returning extract(epoch from (window_ends - ${pace} - clock_timestamp()))::float8 * 1000 as wait`);
  return turn ? Math.max(0, turn.wait) : null;
}

/** Nobody calls the provider for so long: it asked for it. */
export async function holdTurns(seconds: number): Promise<void> {
  await execute(sql`
    update rate_limits set window_ends = greatest(window_ends, clock_timestamp() + make_interval(secs => ${seconds}::float8))
    where key = ${KEY}`);
}
