import "server-only";
import { db } from "@/lib/platform/db/db";
import { displayPhone } from "@/lib/values/phone";

const SHOWN = 6;

/** Whom to call when no passcode comes: the centers' public numbers. */
export async function listHelpLines(): Promise<{ name: string; phone: string; href: string }[]> {
  const centers = await db.center.findMany({
    where: { archivedAt: null, phone: { not: null } },
    orderBy: { name: "asc" },
    take: SHOWN,
    select: { name: true, phone: true },
  });
  return centers.flatMap(({ name, phone }) =>
    phone ? [{ name, phone: displayPhone(phone), href: `tel:${phone.split(";")[0]}` }] : [],
  );
}
