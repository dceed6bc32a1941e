import "server-only";
import { db } from "@/lib/platform/db/db";
import { addSeconds } from "@/lib/values/instant";
import { now } from "./clock";
import { refuse } from "./refusal";

/**
 * Counts one try of `key`, for all instances together, and refuses above `limit` tries per window.
 * The count is kept even when the command around it rolls back: it runs outside its transaction.
 * @throws {RefusalError} too_many_attempts
 */
export async function countAttempt(
  key: string,
  { limit, windowSeconds }: { limit: number; windowSeconds: number },
): Promise<void> {
  const at = now();
  const [row] = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limits AS r (key, window_ends, count) VALUES (${key}, ${addSeconds(at, windowSeconds)}, 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.window_ends <= ${at} THEN 1 ELSE r.count + 1 END,
      window_ends = CASE WHEN r.window_ends <= ${at} THEN excluded.window_ends ELSE r.window_ends END
    RETURNING count`;
  if ((row?.count ?? 0) > limit) refuse("too_many_attempts", "refusals.tooManyAttempts");
}
