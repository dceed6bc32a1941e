import "server-only";
import type { DraftInput } from "@/lib/features/templates/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { countAttempt } from "@/lib/platform/rate-limit";
import { newId } from "@/lib/values/id";
import { renderDraft } from "./queries";

const TESTS = { limit: 20, windowSeconds: 600 };

/** Mails a letter as it stands in the editor to the person who writes it, and to nobody else. */
export async function sendTestToMe(actor: AccountActor, input: DraftInput): Promise<void> {
  await countAttempt(`template-test:${actor.accountId}`, TESTS);
  const { html, text, ...letter } = await renderDraft(actor, input);
  await inTransaction((tx) =>
    queueMail(tx, {
      source: `template-test:${newId()}`,
      to: { email: actor.email, name: actor.name },
      subject: `[Test] ${letter.subject}`,
      html,
      text,
      priority: MAIL_PRIORITY.single,
    }),
  );
}
