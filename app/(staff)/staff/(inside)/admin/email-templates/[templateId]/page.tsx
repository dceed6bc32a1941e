import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArchiveTemplateForm } from "@/components/templates/archive-template-form";
import { TemplateForm } from "@/components/templates/template-form";
import { PageHeader } from "@/components/ui/page-header";
import { previewDraftAction, sendDraftToMeAction } from "@/lib/features/mailings/previews/actions";
import { archiveTemplateAction, editTemplateAction, restoreTemplateAction } from "@/lib/features/templates/actions";
import { findTemplate } from "@/lib/features/templates/queries";
import { findLetterWords, listVariables } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Email Template" };

export default async function TemplatePage({ params }: PageProps<"/staff/admin/email-templates/[templateId]">) {
  const actor = await admit("templates.edit");
  const template = await findTemplate(actor, (await params).templateId);
  if (!template) notFound();
  const { recordType, archivedAt, ...letter } = template;
  const [variables, words] = await Promise.all([listVariables(recordType), findLetterWords()]);
  const t = await getTranslations("templates");
  const clientsAddress = recordType === "event" ? null : paths.api.templateClients;
  const archive = archivedAt ? restoreTemplateAction : archiveTemplateAction;
  return (
    <>
      <PageHeader
        title={template.name}
        facts={[t(`recordType.${recordType}`, words), t(`language.${template.language}`)]}
        back={{ href: paths.staff.admin.emailTemplates, label: t("title") }}
        actions={<ArchiveTemplateForm action={archive} templateId={template.id} archived={archivedAt !== null} />}
      />
      <TemplateForm
        action={editTemplateAction}
        template={{ ...letter, recordType }}
        variables={variables}
        tools={{ preview: previewDraftAction, sendTest: sendDraftToMeAction, clientsAddress, words }}
      />
    </>
  );
}
