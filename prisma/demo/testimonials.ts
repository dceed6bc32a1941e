import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";

const SAID: readonly [quote: string, author: string, isOut: boolean][] = [
  [
    "We opened our second location a year earlier than we dared to plan. Our counselor asked the questions our bank would ask, before the bank did.",
    "Rosa Delgado, Delgado Bakery",
    true,
  ],
  ["The bookkeeping evening paid for itself within a month.", "Sam Whitaker, Prairie Cycles", true],
  ["Somebody finally explained cash flow so that I could explain it to my sister.", "Mei Lin, Lin Ceramics", false],
];

/** What people said about the organisation. */
export async function seedTestimonials(): Promise<void> {
  const data = SAID.map(([quote, author, isOut]) => ({ quote, author, publishedAt: isOut ? now() : null }));
  await db.testimonial.createMany({ data });
}
