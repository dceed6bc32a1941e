import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { MailingRecord } from "@/components/mailings/mailing-record";
import * as actions from "@/lib/features/mailings/actions";
import { exactWords, mailingHeadline } from "@/lib/features/mailings/copy";
import { draftAddress } from "@/lib/features/mailings/drafts/queries";
import { findMailing } from "@/lib/features/mailings/queries";
import { listResults } from "@/lib/features/mailings/recipients/queries";
import { resultSearch } from "@/lib/features/mailings/schema";
import { progressOf } from "@/lib/features/mailings/sending/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { findLetterWords } from "@/lib/features/templates/variables/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Mailing" };

export default async function MailingPage({ params, searchParams }: PageProps<"/staff/mailings/[mailingId]">) {
  const actor = await admit("mailings.view");
  const mailing = await findMailing(actor, (await params).mailingId);
  if (!mailing) notFound();
  if (mailing.status === "DRAFT") redirect(draftAddress(mailing));
  const search = resultSearch.parse(await searchParams);
  const [progress, results, words, { timeZone }] = await Promise.all([
    progressOf(mailing),
    actor.can("mailings.see-recipients") ? listResults(mailing.id, search) : null,
    findLetterWords(),
    findSetting("organization"),
  ]);
  const rows = results?.rows.map((row) => ({ ...row, when: exactWords(row.sentAt, timeZone) }));
  return (
    <MailingRecord
      mailing={mailingHeadline(mailing, timeZone)}
      progress={progress}
      results={results && rows ? { page: { ...results, rows }, state: search.state ?? null } : null}
      words={words}
      actions={{
        stop: actions.stopMailingAction,
        sendNow: actions.sendNowAction,
        resume: actions.resumeMailingAction,
        retry: actions.retryFailedAction,
        sendUnclear: actions.sendUnclearAction,
      }}
    />
  );
}
