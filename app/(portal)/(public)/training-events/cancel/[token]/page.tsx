import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CancelLinkPanel } from "@/components/training/cancel-link-panel";
import { findByLink } from "@/lib/features/training/registrations/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { isBefore } from "@/lib/values/instant";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("training"))("link.title"),
    robots: { index: false },
    referrer: "no-referrer",
  };
}

export default async function CancelByLinkPage({ params }: PageProps<"/training-events/cancel/[token]">) {
  await admit("public.register");
  const { token } = await params;
  const registration = await findByLink(token.slice(0, 100));
  const over = registration !== null && !isBefore(now(), registration.startsAt);
  return <CancelLinkPanel token={token} registration={registration} over={over} />;
}
