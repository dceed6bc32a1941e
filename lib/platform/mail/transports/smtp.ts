import "server-only";
import { createTransport } from "nodemailer";
import { displayName } from "../header-text";
import type { Delivery, OutgoingMail, Transport } from "../transport";

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

function messageOf(mail: OutgoingMail) {
  return {
    // Given apart, so that no library reads addresses out of text.
    envelope: { from: mail.from.email, to: [mail.to.email] },
    from: { name: displayName(mail.from.name) ?? "", address: mail.from.email },
    to: { name: displayName(mail.to.name) ?? "", address: mail.to.email },
    ...(mail.replyTo ? { replyTo: { name: "", address: mail.replyTo } } : {}),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: mail.headers,
    // The same for every attempt: a mailbox that gets it twice can tell.
    messageId: `<${mail.id}@${mail.from.email.split("@").at(-1)}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: mail.attachments.map(({ filename, contentType, bytes }) => ({
      filename,
      contentType,
      content: Buffer.from(bytes),
    })),
  };
}

function deliveryOf(error: unknown): Delivery {
  const code = typeof error === "object" && error !== null && "responseCode" in error ? Number(error.responseCode) : 0;
  const name = error instanceof Error && "code" in error ? String(error.code) : "smtp";
  // 5xx is the server's last word about this mail; a wrong password is ours to put right.
  if (code >= 500 && name !== "EAUTH") return { kind: "refused", reason: `smtp ${code}` };
  return { kind: "later", reason: `smtp ${code || name}`, afterSeconds: null };
}

/** Sends through a mail server, one mail to a connection's turn; SMTP knows no idempotency, so batches hold one mail. */
export function smtpTransport({ url }: { url: string }): Transport {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...TIMEOUTS });
  return {
    name: "smtp",
    batchSize: 1,
    paceMs: 0,
    async send(mails) {
      const [mail] = mails;
      if (!mail) return { kind: "answered", outcomes: [] };
      try {
        const { messageId } = await transport.sendMail(messageOf(mail));
        return { kind: "answered", outcomes: [{ providerId: messageId }] };
      } catch (error) {
        return deliveryOf(error);
      }
    },
  };
}
