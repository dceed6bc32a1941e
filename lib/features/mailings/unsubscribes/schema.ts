import { z } from "zod";

/** `token` proves whose address it is; no sign-in is asked for. */
export const unsubscribeInput = z.object({ link: z.string().max(1_000) });
export type UnsubscribeInput = z.output<typeof unsubscribeInput>;
