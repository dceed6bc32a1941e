import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperSignatureForm } from "@/components/agreements/paper-signature-form";
import { SignaturesTable } from "@/components/agreements/signatures-table";
import { ClientShell } from "@/components/clients/client-shell";
import { Card } from "@/components/ui/card";
import { findAgreementPage } from "@/lib/features/agreements/queries";
import { versionChoices } from "@/lib/features/agreements/versions/copy";
import { listVersions } from "@/lib/features/agreements/versions/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Agreement" };

export default async function ClientAgreementPage({ params }: PageProps<"/staff/clients/[clientId]/agreement">) {
  const actor = await admit("agreements.view");
  const { clientId } = await params;
  const [client, page, versions, terms, t] = await Promise.all([
    findClient(actor, clientId),
    findAgreementPage(actor, clientId),
    listVersions(actor),
    findSetting("terminology"),
    getTranslations("agreements.staff"),
  ]);
  if (!client || !page) notFound();
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <div className="grid gap-5">
        <Card padded={false}>
          <SignaturesTable page={page} />
        </Card>
        {actor.can("agreements.record-paper") && (
          <Card title={t("paperTitle")}>
            <PaperSignatureForm
              clientId={page.clientId}
              contacts={page.contacts}
              versions={versionChoices(versions)}
              today={dayIn(page.timeZone, now())}
            />
          </Card>
        )}
      </div>
    </ClientShell>
  );
}
