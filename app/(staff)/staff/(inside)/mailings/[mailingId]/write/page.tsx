import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DiscardDialog } from "@/components/mailings/discard-dialog";
import { LetterStep } from "@/components/mailings/letter-step";
import { discardMailingAction, keepLetterAction, writeLetterAction } from "@/lib/features/mailings/actions";
import { findChosen, findLetterOffer, findLetterToWrite, reachedStep } from "@/lib/features/mailings/drafts/queries";
import { findMailing } from "@/lib/features/mailings/queries";
import { letterSearch } from "@/lib/features/mailings/schema";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Message" };

type Props = PageProps<"/staff/mailings/[mailingId]/write">;

export default async function WriteLetterPage({ params, searchParams }: Props) {
  const actor = await admit("mailings.prepare");
  const mailing = await findMailing(actor, (await params).mailingId);
  if (!mailing) notFound();
  if (mailing.status !== "DRAFT") redirect(paths.staff.mailing(mailing.id));
  const { template } = letterSearch.parse(await searchParams);
  const [chosen, letter, offer] = await Promise.all([
    findChosen(actor, mailing.selection),
    findLetterToWrite(actor, { written: mailing, template }),
    findLetterOffer(actor),
  ]);
  const { subject, body, templateId } = letter;
  return (
    <LetterStep
      chosen={chosen}
      draft={{ subject, body, templateId, mailingId: mailing.id, version: mailing.version, selection: null }}
      reached={reachedStep(mailing)}
      offer={offer}
      actions={{ write: writeLetterAction, keep: keepLetterAction }}
      more={<DiscardDialog mailingId={mailing.id} discard={discardMailingAction} />}
    />
  );
}
