import "server-only";
import type { ClientSelection } from "@/lib/features/clients/schema";
import type { LetterBody } from "@/lib/features/templates/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import type { Locale } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { type AdministrativeContact, type Audience, type MailingStatus, storedMailing } from "./schema";
import { mailingsVisibleTo } from "./scope";

const MAILING_PAGE = 50;

export type MailingRecord = {
  id: string;
  status: MailingStatus;
  templateId: string | null;
  subject: string;
  body: LetterBody;
  language: Locale;
  audience: Audience;
  administrativeContact: AdministrativeContact | null;
  excludedContactIds: string[];
  copyToSender: boolean;
  logInStream: boolean;
  senderId: string;
  selection: ClientSelection;
  recipientsAt: Date | null;
  receivers: number;
  heldUntil: Date | null;
  createdAt: Date;
  sentAt: Date | null;
  finishedAt: Date | null;
  version: number;
  editor: string | null;
  sender: { id: string; firstName: string; lastName: string; email: string; language: string };
};

/** A mailing whole, or null when there is none that this person may see. */
export async function findMailing(actor: Actor, mailingId: string, tx: Tx = db): Promise<MailingRecord | null> {
  if (!isId(mailingId)) return null;
  const row = await tx.mailing.findFirst({
    where: { AND: [{ id: mailingId }, mailingsVisibleTo(actor)] },
    include: { sender: { select: { id: true, firstName: true, lastName: true, email: true, language: true } } },
  });
  return row && { ...row, ...storedMailing.parse(row) };
}

export type MailingRow = {
  id: string;
  subject: string;
  status: MailingStatus;
  sender: string;
  createdAt: Date;
  sentAt: Date | null;
  /** People it goes to; once sending began, how many of them it reached and failed to reach. */
  receivers: number;
  sent: number;
  failed: number;
};

/** Mailings, the newest first. */
export async function listMailings(actor: Actor, { page }: { page?: string }): Promise<Page<MailingRow>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const edge = cursor?.values[0];
  const beyond = isId(edge) ? { id: backwards ? { gt: edge } : { lt: edge } } : {};
  const found = await db.mailing.findMany({
    where: { AND: [mailingsVisibleTo(actor), beyond] },
    // Ids are made in order of time.
    orderBy: { id: backwards ? "asc" : "desc" },
    take: MAILING_PAGE + 1,
    select: {
      id: true,
      subject: true,
      status: true,
      createdAt: true,
      sentAt: true,
      receivers: true,
      sender: { select: { firstName: true, lastName: true } },
    },
  });
  const outcomes = await outcomesOf(found.map(({ id }) => id));
  const listed = found.map(({ sender, ...row }) => ({
    ...row,
    sender: `${sender.firstName} ${sender.lastName}`,
    sent: outcomes.get(row.id)?.sent ?? 0,
    failed: outcomes.get(row.id)?.failed ?? 0,
  }));
  return pageOf(listed, { size: MAILING_PAGE, cursor, valuesOf: (row) => [row.id] });
}

async function outcomesOf(ids: readonly string[]): Promise<Map<string, { sent: number; failed: number }>> {
  const found = await rows<{ id: string; sent: number; failed: number }>(sql`
    select mailing_id as id, count(*) filter (where state = 'SENT')::int as sent,
      count(*) filter (where state = 'FAILED')::int as failed
    from mailing_recipients where mailing_id = any(${ids}::uuid[]) and state in ('SENT', 'FAILED') group by mailing_id`);
  return new Map(found.map(({ id, ...counts }) => [id, counts]));
}
