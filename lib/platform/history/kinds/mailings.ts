import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

const mailing = z.object({ subject: z.string() });
const address = z.object({ name: z.string(), email: z.string() });

export const mailingsHistory = {
  /** One letter that left, in the data stream of the client it was about. */
  "mail.sent": historyKind(mailing.extend({ to: z.string(), email: z.string(), mailingId: z.string() }), {
    stream: true,
  }),
  "mailing.started": historyKind(mailing.extend({ people: z.int() }), { stream: false }),
  "mailing.undone": historyKind(mailing, { stream: false }),
  "mailing.stopped": historyKind(mailing.extend({ unsent: z.int() }), { stream: true }),
  "mailing.resumed": historyKind(mailing, { stream: false }),
  "mailing.retried": historyKind(mailing.extend({ people: z.int() }), { stream: false }),
  "mailing.sent": historyKind(mailing.extend({ sent: z.int(), failed: z.int(), skipped: z.int() }), { stream: true }),
  "mailing.discarded": historyKind(mailing, { stream: false }),
  "unsubscribe.made": historyKind(address, { stream: true }),
  "unsubscribe.withdrawn": historyKind(address, { stream: true }),
};
