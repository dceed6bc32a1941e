import "server-only";
import { now } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db/db";
import { maskEmail } from "@/lib/values/email-address";
import { isId } from "@/lib/values/id";
import { addMinutes } from "@/lib/values/instant";
import { centerSlug } from "./rules";
import type { InquiryCenter, SentInquiry } from "./schema";

/** How long a sent inquiry is shown to whoever has its address. */
const SHOWN_MINUTES = 60;

/** All centers that take inquiries, with the last part of their pages' addresses. */
export async function listInquiryCenters(tx: Tx = db): Promise<InquiryCenter[]> {
  const found = await tx.center.findMany({
    where: { archivedAt: null },
    orderBy: { name: "asc" },
    take: 1_000,
    select: { id: true, name: true, phone: true, email: true, timeZone: true },
  });
  return found.map((center) => ({ ...center, slug: centerSlug(center.name) || center.id }));
}

/** The center of an address: by its id, or by its name as addresses write it. What anybody may know of it. */
export async function findInquiryCenter(address: string, tx?: Tx): Promise<InquiryCenter | null> {
  const centers = await listInquiryCenters(tx);
  return centers.find(({ id, slug }) => (isId(address) ? id === address : slug === address)) ?? null;
}

/** An inquiry that was sent within the last hour, by the key that only its sender has. */
export async function findSentInquiry(key: string | undefined): Promise<SentInquiry | null> {
  if (!isId(key)) return null;
  const prospect = await db.prospect.findFirst({
    where: { inquiryKey: key, createdAt: { gt: addMinutes(now(), -SHOWN_MINUTES) } },
    select: { name: true, email: true, createdAt: true },
  });
  if (!prospect) return null;
  const { name, email, createdAt } = prospect;
  return { name, maskedEmail: email && maskEmail(email), savedAt: createdAt };
}
