import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WaitingPanel } from "@/components/portal/waiting-panel";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import { listOwnOffers } from "@/lib/features/scheduling/waiting/offers/queries";
import { listWaitsOf } from "@/lib/features/scheduling/waiting/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.waiting"))("title") };
}

export default async function OwnWaitingPage() {
  const actor = await admit("portal.book");
  const [{ waiting }, waits, offers] = await Promise.all([
    findSetting("booking"),
    listWaitsOf(actor),
    listOwnOffers(actor),
  ]);
  const severalClients = clientsActedFor(actor).length > 1;
  return <WaitingPanel {...{ waits, offers, severalClients }} isOn={waiting !== "OFF"} at={now()} />;
}
