import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ResetLetterDialog } from "@/components/templates/reset-letter-dialog";
import { SystemLetterForm } from "@/components/templates/system-letter-form";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { previewDraftAction, sendDraftToMeAction } from "@/lib/features/mailings/previews/actions";
import { editSystemLetterAction, resetSystemLetterAction } from "@/lib/features/templates/actions";
import { findLetterToEdit } from "@/lib/features/templates/queries";
import { resetSystemLetterInput } from "@/lib/features/templates/schema";
import { findLetterWords, listVariables } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { LOCALES } from "@/lib/values/locale";

export const metadata: Metadata = { title: "Email Template" };
const { admin } = paths.staff;
type Props = PageProps<"/staff/admin/email-templates/system/[key]/[language]">;

export default async function SystemLetterPage({ params }: Props) {
  const actor = await admit("templates.edit");
  const asked = resetSystemLetterInput.safeParse(await params);
  if (!asked.success) notFound();
  const { key, language } = asked.data;
  const letter = await findLetterToEdit(actor, asked.data);
  const [variables, words, t] = [await listVariables(key), await findLetterWords(), await getTranslations("templates")];
  const tabs = LOCALES.map((value) => ({ href: admin.systemLetter(key, value), label: t(`language.${value}`) }));
  const tools = { preview: previewDraftAction, sendTest: sendDraftToMeAction, clientsAddress: null, words };
  return (
    <>
      <PageHeader
        title={t(`systemNames.${key}`, words)}
        facts={[t(`systemWhen.${key}`), letter.changed ? t("changed") : t("original")]}
        back={{ href: admin.emailTemplates, label: t("title") }}
        actions={
          letter.changed && <ResetLetterDialog action={resetSystemLetterAction} letterKey={key} language={language} />
        }
      />
      <Tabs label={t("fields.language")} items={tabs} current={admin.systemLetter(key, language)} />
      <SystemLetterForm
        action={editSystemLetterAction}
        letter={{ ...letter, key }}
        variables={variables}
        tools={tools}
      />
    </>
  );
}
