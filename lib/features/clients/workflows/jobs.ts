import "server-only";
import { createTask } from "@/lib/features/tasks/commands";
import { renderLetter } from "@/lib/features/templates/emails";
import { findLetterValues, findTemplate } from "@/lib/features/templates/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { translatorFor } from "@/lib/platform/i18n/translate";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { sql } from "@/lib/values/sql";

/** Letters are made in one thread with the pages: so many in one go. */
const LETTERS_AT_ONCE = 25;

const actor = systemActor("statuses");

/** Mails what a status promised its clients' primary contacts: each once, however often the job runs. */
export async function sendStatusMails({ templateId, clientIds, cause }: JobPayload<"client.status-mail">) {
  for (let start = 0; start < clientIds.length; start += LETTERS_AT_ONCE) {
    const part = clientIds.slice(start, start + LETTERS_AT_ONCE);
    await inTransaction((tx) => queueLetters(tx, { templateId, clientIds: part, cause }));
  }
}

type Reader = { clientId: string; contactId: string; email: string; contact: string; client: string };

/** Who is primary now, has an address and wants mail; whoever does not is not written to. */
async function findReaders(tx: Tx, clientIds: readonly string[]): Promise<Reader[]> {
  return rows<Reader>(
    sql`select c.id as "clientId", k.id as "contactId", k.email::text as email, k.first_name || ' ' || k.last_name as contact,
        c.name as client
      from clients c join relationships r on r.client_id = c.id and r.is_primary
      join contacts k on k.id = r.contact_id and k.deleted_at is null and not k.do_not_mail and k.email is not null
      where c.id = any(${clientIds}::uuid[]) and c.deleted_at is null
        and not exists (select from unsubscribes u where u.email = k.email) order by c.id`,
    tx,
  );
}

async function queueLetters(tx: Tx, { templateId, clientIds, cause }: JobPayload<"client.status-mail">) {
  const template = await findTemplate(actor, templateId, tx);
  if (!template || template.archivedAt) return;
  const readers = await findReaders(tx, clientIds);
  const values = await findLetterValues(tx, readers);
  for (const [place, reader] of readers.entries()) {
    const { subject, body, language } = template;
    const { values: filled = {}, mail } = values[place] ?? {};
    const brand = mail?.brand ?? null;
    const { missing, ...letter } = await renderLetter({ subject, body, language, values: filled, brand });
    if (missing.length > 0) await askForHelp(tx, { reader, template: template.name });
    else {
      const source = `status:${cause}:${reader.clientId}`;
      const to = { email: reader.email, name: reader.contact };
      const replyTo = mail?.replyTo ?? null;
      await queueMail(tx, { source, to, replyTo, priority: MAIL_PRIORITY.single, ...letter });
    }
  }
}

/** A letter with holes in it is not sent; somebody looks at it. */
async function askForHelp(tx: Tx, { reader, template }: { reader: Reader; template: string }): Promise<void> {
  const t = await translatorFor("en");
  const subject = t("statuses.mailTask", { template, name: reader.client });
  const about = { kind: "client", id: reader.clientId };
  await createTask(tx, actor, { subject, about, dedupeKey: `status-mail:${reader.clientId}` });
}
