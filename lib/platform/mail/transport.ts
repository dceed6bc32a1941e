import "server-only";
import { env } from "@/lib/platform/env";
import { mailboxTransport } from "./transports/mailbox";
import { resendTransport } from "./transports/resend";
import { smtpTransport } from "./transports/smtp";

/** A frozen mail with the bytes of its attachments. */
export type OutgoingMail = {
  id: string;
  to: { email: string; name: string | null };
  from: { email: string; name: string };
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; bytes: Uint8Array }[];
};

/** What became of one request to the provider. */
export type Delivery =
  /** One entry for each mail, in order: taken under this id, or refused for ever for this reason. */
  | { kind: "answered"; outcomes: ({ providerId: string | null } | { refused: string })[] }
  /** Nobody knows or not now: the same request is made again later. */
  | { kind: "later"; reason: string; afterSeconds: number | null }
  /** The provider will never take this request as it is, and took nothing of it. */
  | { kind: "refused"; reason: string }
  /** The key was used for other content: what happened cannot be found out here. */
  | { kind: "unknown"; reason: string };

export type Transport = {
  name: "mailbox" | "resend" | "smtp";
  /** Mails without attachments that fit into one request. */
  batchSize: number;
  /** Milliseconds that all instances together leave between two requests; 0 for as fast as it goes. */
  paceMs: number;
  /** Repeating a request with the same key never delivers twice, as far as the other side can promise it. */
  send(mails: readonly OutgoingMail[], key: string): Promise<Delivery>;
};

/** The way out that the configuration names; without any, a folder that tests and people can read. */
export function configuredTransport(): Transport {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, DATA_DIR } = env();
  if (RESEND_API_KEY) return resendTransport({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL ?? null });
  if (SMTP_URL) return smtpTransport({ url: SMTP_URL });
  return mailboxTransport({ dataDir: DATA_DIR });
}
