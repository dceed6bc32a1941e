import { safeFileName } from "@/lib/platform/files/file-name";
import { isDeliverable } from "@/lib/values/email-address";
import { newId } from "@/lib/values/id";
import { isoOf } from "@/lib/values/instant";
import { displayName, headerText, safeHeaders } from "./header-text";
import type { MailSetting } from "./mail-setting";
import type { NewMail } from "./queue";

/** A file of the store, or short content of its own in base64. */
export type MailAttachment = { filename: string; contentType: string } & ({ fileId: string } | { content: string });

const NORMAL = 5;

/** A row of outbox_mails, ready to insert, with nothing in it that could break a header. */
export type OutboxRow = ReturnType<typeof outboxRow>;

const CONTENT_TYPE = /^[a-z]+\/[a-z0-9.+-]+(; ?[a-z]+=[a-z0-9-]+)*$/i;

function attachmentRow(attachment: MailAttachment) {
  if (!CONTENT_TYPE.test(attachment.contentType)) throw new Error(`not a content type: ${attachment.contentType}`);
  const filename = headerText(safeFileName(attachment.filename));
  return { ...attachment, filename };
}

const withoutNul = (text: string) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "");

export function outboxRow(mail: NewMail, { setting, at }: { setting: MailSetting; at: Date }) {
  const deliverable = isDeliverable(mail.to.email);
  const replyTo = mail.replyTo ?? setting.replyTo;
  return {
    id: newId(),
    source: mail.source,
    to_email: mail.to.email,
    to_name: displayName(mail.to.name),
    from_name: displayName(mail.fromName ?? setting.fromName) ?? "Caseload",
    reply_to: replyTo && isDeliverable(replyTo) ? replyTo : null,
    subject: headerText(mail.subject),
    html: withoutNul(mail.html),
    text: withoutNul(mail.text),
    headers: safeHeaders(mail.headers ?? {}),
    attachments: (mail.attachments ?? []).map(attachmentRow),
    holds_secret: mail.holdsSecret ?? false,
    priority: mail.priority ?? NORMAL,
    state: deliverable ? "PENDING" : "FAILED",
    last_error: deliverable ? null : "undeliverable_address",
    not_before: isoOf(mail.notBefore ?? at),
    created_at: isoOf(at),
  };
}
