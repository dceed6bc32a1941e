import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SystemLetterTable } from "@/components/templates/system-letter-table";
import { TemplateTable } from "@/components/templates/template-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { isWelcome, RECORD_TYPES } from "@/lib/features/templates/copy";
import { listSystemLetters, listTemplates } from "@/lib/features/templates/queries";
import { findLetterWords } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Email Templates" };

export default async function EmailTemplatesPage() {
  const actor = await admit("templates.edit");
  const [templates, letters, words, t] = await Promise.all([
    listTemplates(actor),
    listSystemLetters(actor),
    findLetterWords(),
    getTranslations("templates"),
  ]);
  const addTo = (type: string) => (
    <LinkButton href={paths.staff.admin.newEmailTemplate(type)} icon={<Plus />}>
      {t("add")}
    </LinkButton>
  );
  const welcome = letters.filter(({ key }) => isWelcome(key));
  const others = letters.filter(({ key }) => !isWelcome(key));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {RECORD_TYPES.map((type) => (
        <Section key={type} title={t(`recordType.${type}`, words)} actions={addTo(type)}>
          <TemplateTable caption={t(`recordType.${type}`, words)} rows={templates[type]} />
        </Section>
      ))}
      <Section title={t("notification")} description={t("notificationHelp")}>
        <div id="notification">
          <SystemLetterTable caption={t("notification")} rows={welcome} words={words} />
        </div>
      </Section>
      <Section title={t("system")} description={t("systemHelp")}>
        <SystemLetterTable caption={t("system")} rows={others} words={words} />
      </Section>
    </>
  );
}
