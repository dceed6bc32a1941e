import { z } from "zod";

/** Every job there is, with the payload it is enqueued with. */
export const JOBS = {
  /** Sends what waits in the outbox. */
  "mail.deliver": z.object({}),
  /** Erases the words of mails that are older than the retention says. */
  "mail.erase-bodies": z.object({}),
  /** Makes the signed copy of an agreement and mails it to the signer. */
  "agreement.finish": z.object({ signatureId: z.string() }),
  /** Mails one person what became of their place at a training event. */
  "training.announce": z.object({
    registrationId: z.string(),
    letter: z.enum(["confirmation", "waiting", "promoted", "cancelled"]),
    /** iCalendar SEQUENCE of what is announced. */
    sequence: z.number(),
    /** Why a place or an event was cancelled; "own" when the person did it. */
    reason: z.string().default(""),
  }),
  /** Begins, goes on with and closes a mailing. */
  "mailing.work": z.object({ mailingId: z.string() }),
  /** Mails the welcome again to somebody whose address nobody else has any more. */
  "portal-login.invite": z.object({ contactId: z.string() }),
  /** Mails a contact what became of what they asked to change. */
  "proposals.tell": z.object({ clientId: z.string(), contactId: z.string() }),
  /** Goes on with mailings that a crash interrupted. */
  "mailing.resume": z.object({}),
  /** Plans, applies or undoes an operation until it stands still. */
  "operation.run": z.object({ operationId: z.string() }),
  /** Goes on with operations that a crash interrupted. */
  "operation.resume": z.object({}),
  /** Mails an account its welcome, or the notice that its password was changed; `cause` makes the mail unique. */
  "account.send-letter": z.object({
    accountId: z.string(),
    letter: z.enum(["welcome", "password-changed"]),
    cause: z.string(),
  }),
  /** Mails what statuses promise to primary contacts; `cause` makes the mails of one change unique. */
  "client.status-mail": z.object({ templateId: z.string(), clientIds: z.array(z.string()), cause: z.string() }),
  /** Empties recycle bins and removes bytes that no document shows. */
  "documents.tidy": z.object({}),
  /** Erases what lay in the recycle bin for thirty days. */
  "recycling.empty": z.object({}),
  /** Tells somebody who wrote through the web page that it arrived. */
  "inquiry.acknowledge": z.object({ prospectId: z.string() }),
  /** Seals what happened into the chain that `npm run audit:verify` reads. */
  "history.seal": z.object({}),
  "history.erase": z.object({}),
  /** Removes old sign-ins, links, passcodes and counts of attempts. */
  "access.tidy": z.object({}),
  /** Reminds of tasks on the morning they are due. */
  "tasks.remind": z.object({}),
  /** Mails what was planned, changed and called off, once its time of grace is over. */
  "sessions.tell": z.object({}),
  /** Reminds clients of sessions at the times the organization has set. */
  "sessions.remind": z.object({}),
  /** Offers a time that got free to whoever is next. */
  "waiting.offer": z.object({ slotId: z.string() }),
  /** Removes drafts of forms that nobody came back for. */
  "drafts.tidy": z.object({}),
  /** Looks up who asked for a passcode and mails it, or tells staff why nobody could be found. */
  "passcode.send": z.object({ passcodeId: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.input<(typeof JOBS)[Name]>;

/** The name the job queue knows a job by: its schedules allow no dots. */
export function taskName(name: JobName): string {
  return name.replaceAll(".", ":");
}
