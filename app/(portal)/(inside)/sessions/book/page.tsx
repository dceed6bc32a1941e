import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingPanel } from "@/components/portal/booking-panel";
import { findBooking } from "@/lib/features/scheduling/booking/queries";
import { bookingSearch } from "@/lib/features/scheduling/booking/schema";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.booking"))("title") };
}

export default async function BookSessionPage({ searchParams }: PageProps<"/sessions/book">) {
  const actor = await admit("portal.book");
  const search = bookingSearch.parse(await searchParams);
  return <BookingPanel booking={await findBooking(actor, search)} search={search} />;
}
