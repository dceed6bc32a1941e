import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { MailingReview } from "@/components/mailings/mailing-review";
import * as actions from "@/lib/features/mailings/actions";
import { findMailing } from "@/lib/features/mailings/queries";
import { findReview } from "@/lib/features/mailings/reviews/queries";
import { onlyClient } from "@/lib/features/mailings/rules";
import { reviewSearch } from "@/lib/features/mailings/schema";
import { findLetterWords, listVariables } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Review" };

type Props = PageProps<"/staff/mailings/[mailingId]/review">;

export default async function ReviewPage({ params, searchParams }: Props) {
  const actor = await admit("mailings.prepare");
  const mailing = await findMailing(actor, (await params).mailingId);
  if (!mailing) notFound();
  if (mailing.status !== "DRAFT") redirect(paths.staff.mailing(mailing.id));
  if (!mailing.recipientsAt) redirect(paths.staff.mailingRecipients(mailing.id));
  const one = onlyClient(mailing.selection) !== null;
  const confirm = `${paths.staff.confirm}?return=${encodeURIComponent(paths.staff.mailingReview(mailing.id))}`;
  const [review, words, variables] = await Promise.all([
    findReview(mailing, reviewSearch.parse(await searchParams)),
    findLetterWords(),
    listVariables("client"),
  ]);
  return (
    <MailingReview
      mailing={mailing}
      review={review}
      words={words}
      variables={variables}
      sender={{ email: actor.email, confirmHref: one || actor.can("mailings.send") ? null : confirm }}
      actions={{
        send: one ? actions.sendToOneClientAction : actions.sendMailingAction,
        test: actions.sendTestLetterAction,
        exclude: actions.excludeRecipientAction,
        include: actions.includeRecipientAction,
        excludeGaps: actions.excludeGapsAction,
      }}
    />
  );
}
