import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientDefaultsCard } from "@/components/clients/client-defaults-card";
import { ClientDefaultsForm } from "@/components/clients/client-defaults-form";
import { ClientShell } from "@/components/clients/client-shell";
import { Card } from "@/components/ui/card";
import { termValues } from "@/lib/features/clients/copy";
import { editDefaultsAction } from "@/lib/features/clients/defaults/actions";
import { findDefaultChoices, findDefaults } from "@/lib/features/clients/defaults/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Defaults" };

export default async function ClientDefaultsPage({ params }: PageProps<"/staff/clients/[clientId]/defaults">) {
  const actor = await admit("clients.view");
  const { clientId } = await params;
  const [client, defaults, choices, terms, t] = await Promise.all([
    findClient(actor, clientId),
    findDefaults(actor, clientId),
    findDefaultChoices(actor),
    findSetting("terminology"),
    getTranslations("clients.defaults"),
  ]);
  if (!client || !defaults) notFound();
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  const shared = { client, defaults, choices, values: termValues(terms) };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      {can.edit ? (
        <Card title={t("title")}>
          <ClientDefaultsForm {...shared} action={editDefaultsAction} />
        </Card>
      ) : (
        <ClientDefaultsCard defaults={defaults} values={shared.values} />
      )}
    </ClientShell>
  );
}
