import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DryRunCard } from "@/components/statuses/dry-run-card";
import { WorkflowForm } from "@/components/statuses/workflow-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { termValues } from "@/lib/features/clients/copy";
import { searchEverything } from "@/lib/features/clients/search/queries";
import { editWorkflowAction } from "@/lib/features/clients/workflows/actions";
import { findStatusToConfigure, previewStatusChange } from "@/lib/features/clients/workflows/queries";
import { workflowSearch } from "@/lib/features/clients/workflows/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { listTemplatesFor } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Status rules" };

export default async function StatusPage(props: PageProps<"/staff/admin/configuration/statuses/[statusId]">) {
  const actor = await admit("settings.edit");
  const status = await findStatusToConfigure(actor, (await props.params).statusId);
  if (!status) notFound();
  const { client: clientId, find } = workflowSearch.parse(await props.searchParams);
  const [templates, preview, clients, terms, t] = await Promise.all([
    listTemplatesFor(actor, "client"),
    clientId ? previewStatusChange(actor, { status, clientId }) : null,
    find ? searchEverything(actor, find) : null,
    findSetting("terminology"),
    getTranslations("statuses"),
  ]);
  const values = termValues(terms);
  const found = clients && { text: find ?? "", clients: clients.filter(({ kind }) => kind === "client") };
  const back = { href: paths.staff.admin.statuses, label: t("title") };
  return (
    <>
      <PageHeader title={t("workflow.title", { status: status.name })} back={back} description={t("workflow.body")} />
      <RecordLayout aside={<DryRunCard found={found} preview={preview} values={values} />}>
        <Card>
          <WorkflowForm status={status} templates={templates} values={values} action={editWorkflowAction} />
        </Card>
      </RecordLayout>
    </>
  );
}
