import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailingSteps } from "@/components/mailings/mailing-steps";
import { RecipientsForm } from "@/components/mailings/recipients-form";
import { PageHeader } from "@/components/ui/page-header";
import { chooseRecipientsAction } from "@/lib/features/mailings/actions";
import { findChosen, reachedStep } from "@/lib/features/mailings/drafts/queries";
import { findMailing } from "@/lib/features/mailings/queries";
import { namesSomebody } from "@/lib/features/mailings/rules";
import { usedVariables } from "@/lib/features/templates/rules";
import { findLetterWords } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Recipients" };

export default async function RecipientsPage({ params }: PageProps<"/staff/mailings/[mailingId]/recipients">) {
  const actor = await admit("mailings.prepare");
  const mailing = await findMailing(actor, (await params).mailingId);
  if (!mailing) notFound();
  if (mailing.status !== "DRAFT") redirect(paths.staff.mailing(mailing.id));
  const [chosen, words, t] = await Promise.all([
    findChosen(actor, mailing.selection),
    findLetterWords(),
    getTranslations("mailings"),
  ]);
  return (
    <>
      <PageHeader
        title={t("recipients.title")}
        facts={[mailing.subject || t("untitled"), ...(chosen ? [t("chosen", { ...words, count: chosen.count })] : [])]}
        back={{ href: paths.staff.mailings, label: t("title") }}
      />
      <MailingSteps current="recipients" mailingId={mailing.id} reached={reachedStep(mailing)} />
      <RecipientsForm
        mailing={mailing}
        action={chooseRecipientsAction}
        words={words}
        namesSomebody={namesSomebody(usedVariables(mailing)) || mailing.administrativeContact !== null}
      />
    </>
  );
}
