import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { PORTAL_FIELDS } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translate";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { fullName } from "@/lib/values/person-name";
import { decisionsLetter } from "./emails";

/** Mails a contact what became of what they asked to change about a client; each decision once. */
export async function tellDecisions({ clientId, contactId }: JobPayload<"proposals.tell">): Promise<void> {
  await inTransaction(async (tx) => {
    const untold = { clientId, contactId, toldAt: null, status: { in: ["ACCEPTED" as const, "DECLINED" as const] } };
    const found = await tx.proposal.findMany({
      where: untold,
      orderBy: { id: "asc" },
      take: 200,
      select: { id: true, field: true, newValue: true, status: true, reason: true },
    });
    const [first] = found;
    const contact = await tx.contact.findFirst({ where: { id: contactId, deletedAt: null } });
    const client = await tx.client.findFirst({ where: { id: clientId, deletedAt: null }, select: { name: true } });
    if (!first || !contact?.email || !client) return;
    const ids = found.map(({ id }) => id);
    const { count } = await tx.proposal.updateMany({
      where: { id: { in: ids }, toldAt: null },
      data: { toldAt: now() },
    });
    if (count === 0) return;
    const decided = found.flatMap(({ field: name, newValue, status, reason }) => {
      const field = PORTAL_FIELDS.find((each) => each === name);
      const state = status === "ACCEPTED" ? ("ACCEPTED" as const) : ("DECLINED" as const);
      return field ? [{ field, to: newValue, state, reason }] : [];
    });
    const letter = await decisionsLetter({
      decided,
      contact,
      client: client.name,
      organization: (await findSettingIn(tx, "organization")).name,
      link: new URL(paths.portal.informationOf(clientId), env().APP_ORIGIN).href,
      words: await translatorFor(contact.language),
    });
    const to = { email: contact.email, name: fullName(contact) };
    await queueMail(tx, { source: `proposals:${first.id}`, to, priority: MAIL_PRIORITY.single, ...letter });
  });
}
