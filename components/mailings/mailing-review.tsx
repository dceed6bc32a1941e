import { useTranslations } from "next-intl";
import type { VariableChoice } from "@/components/templates/variable-choice";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { Stat } from "@/components/ui/stat";
import type { Review } from "@/lib/features/mailings/reviews/queries";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { BlockersBanner } from "./blockers-banner";
import { GapsCard } from "./gaps-card";
import { MailingSteps } from "./mailing-steps";
import { MessageCard } from "./message-card";
import { SendCard } from "./send-card";
import { SkippedCard } from "./skipped-card";

type MailingReviewProps = {
  mailing: { id: string; subject: string; receivers: number };
  review: Review;
  words: Record<string, string>;
  variables: readonly VariableChoice[];
  sender: { email: string; confirmHref: string | null };
  actions: Record<"send" | "test" | "exclude" | "include" | "excludeGaps", ServerAction<unknown>>;
};

/** The last step: nothing has been sent, and everything that would be can be seen (S2-56). */
export function MailingReview({ mailing, review, words, variables, sender, actions }: MailingReviewProps) {
  const t = useTranslations("mailings");
  const { gaps, blockers, counts, skipped, shown } = review;
  const leftOut = counts.reduce((sum, { count }) => sum + count, 0);
  const labels = new Map<string, string>(variables.map(({ id, label }) => [id, label]));
  return (
    <>
      <PageHeader
        title={t("review.title")}
        facts={[mailing.subject || t("untitled")]}
        description={t("review.nothingSent")}
        back={{ href: paths.staff.mailings, label: t("title") }}
        actions={<LinkButton href={paths.staff.mailingCompleteness}>{t("review.completeness")}</LinkButton>}
      />
      <MailingSteps current="review" mailingId={mailing.id} reached="review" />
      <BlockersBanner mailingId={mailing.id} blockers={blockers} gaps={gaps.count} />
      {review.lacksPostalAddress && (
        <Banner tone="warning" title={t("postal.title")}>
          {t("postal.body")}
        </Banner>
      )}
      <RecordLayout
        aside={
          <div className="grid gap-4">
            <div className="grid grid-cols-2 gap-3">
              <Stat label={t("review.willReceive")} value={mailing.receivers} />
              <Stat label={t("review.leftOut")} value={leftOut} />
            </div>
            <SendCard
              mailing={mailing}
              send={actions.send}
              confirmHref={sender.confirmHref}
              blocked={blockers.length > 0}
              copyTo={sender.email}
              words={words}
            />
          </div>
        }
      >
        <div className="grid min-w-0 gap-4">
          {gaps.count > 0 && (
            <GapsCard mailingId={mailing.id} gaps={gaps} words={words} excludeAll={actions.excludeGaps} />
          )}
          {shown && (
            <MessageCard
              mailing={mailing}
              shown={shown}
              missing={shown.letter.missing.map((id) => labels.get(id) ?? id)}
              notFound={review.notFound}
              actions={actions}
              testTo={sender.email}
            />
          )}
          <SkippedCard
            mailingId={mailing.id}
            counts={counts}
            skipped={skipped}
            words={words}
            include={actions.include}
          />
        </div>
      </RecordLayout>
    </>
  );
}
