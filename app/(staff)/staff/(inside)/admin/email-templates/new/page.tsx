import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplateForm } from "@/components/templates/template-form";
import { PageHeader } from "@/components/ui/page-header";
import { previewDraftAction, sendDraftToMeAction } from "@/lib/features/mailings/previews/actions";
import { addTemplateAction } from "@/lib/features/templates/actions";
import { emptyBody } from "@/lib/features/templates/rules";
import { newTemplateQuery } from "@/lib/features/templates/schema";
import { findLetterWords, listVariables } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { DEFAULT_LOCALE } from "@/lib/values/locale";

export const metadata: Metadata = { title: "New Template" };

export default async function NewTemplatePage({ searchParams }: PageProps<"/staff/admin/email-templates/new">) {
  await admit("templates.edit");
  const { for: recordType } = newTemplateQuery.parse(await searchParams);
  const [variables, words, t] = await Promise.all([
    listVariables(recordType),
    findLetterWords(),
    getTranslations("templates"),
  ]);
  const clientsAddress = recordType === "event" ? null : paths.api.templateClients;
  return (
    <>
      <PageHeader
        title={t("addTitle", { recordType: t(`recordType.${recordType}`, words) })}
        back={{ href: paths.staff.admin.emailTemplates, label: t("title") }}
      />
      <TemplateForm
        action={addTemplateAction}
        template={{
          id: null,
          name: "",
          recordType,
          language: DEFAULT_LOCALE,
          version: 0,
          subject: "",
          body: emptyBody(),
        }}
        variables={variables}
        tools={{ preview: previewDraftAction, sendTest: sendDraftToMeAction, clientsAddress, words }}
      />
    </>
  );
}
