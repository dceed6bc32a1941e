import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientForm } from "@/components/clients/client-form";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import { findClientChoices } from "@/lib/features/clients/record/queries";
import { createClientAction } from "@/lib/features/portal-logins/new-clients/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "New client" };

export default async function NewClientPage() {
  const actor = await admit("clients.add");
  const [choices, terms, t] = await Promise.all([
    findClientChoices(actor),
    findSetting("terminology"),
    getTranslations("clients"),
  ]);
  const values = termValues(terms);
  return (
    <>
      <PageHeader
        title={t("form.newTitle", values)}
        back={{ href: paths.staff.clients, label: t("caption", values) }}
      />
      <ClientForm client={null} choices={choices} terms={terms} action={createClientAction} />
    </>
  );
}
