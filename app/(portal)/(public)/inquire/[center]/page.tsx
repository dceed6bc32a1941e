import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InquiryPanel } from "@/components/inquiries/inquiry-panel";
import { inquireAction } from "@/lib/features/prospects/inquiries/actions";
import { findInquiryCenter, findSentInquiry } from "@/lib/features/prospects/inquiries/queries";
import { inquiryToken } from "@/lib/features/prospects/inquiries/rules";
import { inquirySearch } from "@/lib/features/prospects/inquiries/schema";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/values/id";

export const metadata: Metadata = { title: "Contact us" };

export default async function InquirePage({ params, searchParams }: PageProps<"/inquire/[center]">) {
  await admit("public.inquire");
  const center = await findInquiryCenter(decodeURIComponent((await params).center));
  if (!center) notFound();
  const sent = await findSentInquiry(inquirySearch.parse(await searchParams).sent);
  const token = inquiryToken({ key: newId(), at: now().getTime() }, env().AUTH_SECRET);
  return <InquiryPanel key={sent ? "sent" : "form"} center={center} token={token} sent={sent} action={inquireAction} />;
}
