import "server-only";
import { type ErrorResponse, Resend } from "resend";
import { mailbox } from "../header-text";
import type { Delivery, OutgoingMail, Transport } from "../transport";

const TIMEOUT_MS = 30_000;

/** Wrong key, unverified domain, used-up quota: the mails are good, somebody must put the account right. */
const ACCOUNT_PROBLEMS = new Set([401, 402, 403]);
const ACCOUNT_WAIT_SECONDS = 300;

function emailOf(mail: OutgoingMail) {
  return {
    from: mailbox(mail.from),
    to: mailbox(mail.to),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: mail.headers,
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    ...(mail.attachments.length > 0
      ? {
          attachments: mail.attachments.map(({ filename, contentType, bytes }) => ({
            filename,
            contentType,
            content: Buffer.from(bytes),
          })),
        }
      : {}),
  };
}

type Problem = Pick<ErrorResponse, "name" | "message" | "statusCode">;

/** https://resend.com/docs/api-reference/errors and …/idempotency-keys, as of 2026. */
function deliveryOf(error: Problem, headers: Record<string, string> | null): Delivery {
  const status = error.statusCode;
  const reason = `${status ?? "no answer"} ${error.name}`;
  const retryAfter = Number(headers?.["retry-after"]);
  const afterSeconds = Number.isFinite(retryAfter) && retryAfter > 0 ? Math.min(retryAfter, 3600) : null;
  if (status === null || status >= 500 || status === 408 || status === 429)
    return { kind: "later", reason, afterSeconds };
  if (error.name === "concurrent_idempotent_requests") return { kind: "later", reason, afterSeconds: 2 };
  if (status === 409) return { kind: "unknown", reason };
  if (ACCOUNT_PROBLEMS.has(status)) return { kind: "later", reason, afterSeconds: ACCOUNT_WAIT_SECONDS };
  return { kind: "refused", reason: `${reason}: ${error.message.slice(0, 200)}` };
}

type BatchAnswer = { data: { id: string }[]; errors?: { index: number; message: string }[] };

/** In permissive mode the ids of the mails that were taken come in order, the refused ones are named by place. */
function outcomesOf(count: number, { data, errors = [] }: BatchAnswer): Delivery {
  const refused = new Map(errors.map(({ index, message }) => [index, message]));
  const ids = data.map(({ id }) => id);
  const outcomes = Array.from({ length: count }, (_, place) => {
    const reason = refused.get(place);
    return reason === undefined ? { providerId: ids.shift() ?? null } : { refused: reason.slice(0, 200) };
  });
  return { kind: "answered", outcomes };
}

/** Sends through Resend: up to 100 mails in one request, fewer than four requests a second (their limit is five). */
export function resendTransport({ apiKey, baseUrl }: { apiKey: string; baseUrl: string | null }): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    name: "resend",
    batchSize: 100,
    paceMs: 275,
    async send(mails, key) {
      const [first] = mails;
      if (!first) return { kind: "answered", outcomes: [] };
      const options = { idempotencyKey: key, signal: AbortSignal.timeout(TIMEOUT_MS) };
      if (mails.length === 1) {
        const { data, error, headers } = await resend.emails.send(emailOf(first), options);
        return error ? deliveryOf(error, headers) : { kind: "answered", outcomes: [{ providerId: data.id }] };
      }
      const permissive = { ...options, batchValidation: "permissive" as const };
      const { data, error, headers } = await resend.batch.send(mails.map(emailOf), permissive);
      return error ? deliveryOf(error, headers) : outcomesOf(mails.length, data);
    },
  };
}
