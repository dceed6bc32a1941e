import "server-only";
import { systemLetter } from "@/lib/features/templates/queries";
import { inTransaction } from "@/lib/platform/db/db";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { displayPhone } from "@/lib/values/phone";

/** Tells somebody who wrote through the web page that it arrived; once, however often the job runs. */
export async function acknowledgeInquiry({ prospectId }: JobPayload<"inquiry.acknowledge">): Promise<void> {
  await inTransaction(async (tx) => {
    const prospect = await tx.prospect.findFirst({
      where: { id: prospectId, deletedAt: null, inquiryKey: { not: null } },
      select: { email: true, language: true, center: true, contacts: { where: { isMain: true } } },
    });
    const email = prospect?.email;
    if (!prospect || !email) return;
    const { center, contacts, language } = prospect;
    const [person] = contacts;
    const name = [person?.firstName, person?.lastName].filter(Boolean).join(" ");
    const values = {
      CONTACT_NAME: name,
      CONTACT_FIRST_NAME: person?.firstName ?? "",
      CENTER_NAME: center?.name ?? "",
      CENTER_PHONE: center?.phone ? displayPhone(center.phone, center.country) : "",
      CENTER_EMAIL: center?.email ?? "",
    };
    const centerId = center?.id ?? null;
    const letter = await systemLetter(tx, { key: "inquiry-received", language, values, centerId });
    const replyTo = letter.replyTo ?? center?.email ?? null;
    const to = { email, name };
    const source = `inquiry:${prospectId}`;
    await queueMail(tx, { source, to, priority: MAIL_PRIORITY.single, ...letter, replyTo });
  });
}
