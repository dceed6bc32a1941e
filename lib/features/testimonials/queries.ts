import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import type { TestimonialView } from "./schema";

const SIZE = 25;

const VIEW = {
  id: true,
  quote: true,
  author: true,
  publishedAt: true,
  version: true,
  client: { select: { id: true, name: true, deletedAt: true } },
} as const satisfies Prisma.TestimonialSelect;

type Selected = Prisma.TestimonialGetPayload<{ select: typeof VIEW }>;

function view({ client, ...testimonial }: Selected): TestimonialView {
  return { ...testimonial, client: client && !client.deletedAt ? { id: client.id, name: client.name } : null };
}

/** One page of testimonials, the newest first. */
export async function listTestimonials(
  _actor: AccountActor,
  { page }: { page?: string | undefined },
): Promise<Page<TestimonialView>> {
  const cursor = decodeCursor(page);
  const edge = cursor?.values[0];
  const back = cursor?.direction === "before";
  const found = await db.testimonial.findMany({
    where: isId(edge) ? { id: { [back ? "gt" : "lt"]: edge } } : {},
    orderBy: { id: back ? "asc" : "desc" },
    take: SIZE + 1,
    select: VIEW,
  });
  return pageOf(found.map(view), { size: SIZE, cursor, valuesOf: ({ id }) => [id] });
}

/** One testimonial; null where there is none. */
export async function findTestimonial(
  _actor: AccountActor,
  testimonialId: string,
  tx: Tx = db,
): Promise<TestimonialView | null> {
  if (!isId(testimonialId)) return null;
  const found = await tx.testimonial.findUnique({ where: { id: testimonialId }, select: VIEW });
  return found && view(found);
}
