import { z } from "zod";

/** Every job there is, with the payload it is enqueued with. */
export const JOBS = {
  /** Sends what waits in the outbox. */
  "mail.deliver": z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.input<(typeof JOBS)[Name]>;
