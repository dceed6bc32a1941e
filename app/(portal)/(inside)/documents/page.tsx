import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SharedDocuments } from "@/components/documents/shared-documents";
import { listClientsActedFor, listSharedDocuments } from "@/lib/features/documents/portal/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shared-documents"))("title") };
}

export default async function PortalDocumentsPage() {
  const actor = await admit("portal.view");
  const [documents, actedFor, { timeZone }] = await Promise.all([
    listSharedDocuments(actor),
    listClientsActedFor(actor),
    findSetting("organization"),
  ]);
  return <SharedDocuments {...{ documents, actedFor }} zone={timeZone} severalClients={actor.clients.length > 1} />;
}
