import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperSignatureForm } from "@/components/agreements/paper-signature-form";
import { SignaturesTable } from "@/components/agreements/signatures-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { findAgreementPage } from "@/lib/features/agreements/queries";
import { listVersions } from "@/lib/features/agreements/versions/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/date";

export const metadata: Metadata = { title: "Agreement" };

export default async function ClientAgreementPage({ params }: PageProps<"/staff/clients/[clientId]/agreement">) {
  const actor = await admit("agreements.view");
  const page = await findAgreementPage(actor, (await params).clientId);
  if (!page) notFound();
  const [versions, t] = await Promise.all([listVersions(actor), getTranslations("agreements.staff")]);
  const texts = versions.flatMap(({ number, texts: [first] }) =>
    first ? [{ id: first.id, number, title: first.title }] : [],
  );
  return (
    <>
      <PageHeader title={t("title")} back={{ href: paths.staff.client(page.clientId), label: page.clientName }} />
      <div className="grid gap-5">
        <Card padded={false}>
          <SignaturesTable page={page} />
        </Card>
        {actor.can("agreements.record-paper") && (
          <Card title={t("paperTitle")}>
            <PaperSignatureForm
              clientId={page.clientId}
              contacts={page.contacts}
              versions={texts}
              today={dayIn(page.timeZone, now())}
            />
          </Card>
        )}
      </div>
    </>
  );
}
