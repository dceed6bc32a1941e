import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LockedNote } from "@/components/ui/locked-note";
import { PageHeader } from "@/components/ui/page-header";
import type { MailingStatus } from "@/lib/features/mailings/schema";
import { paths } from "@/lib/paths";
import { MailingStatusChip } from "./mailing-status-chip";
import { ProgressCard } from "./progress-card";
import { ResultsCard } from "./results-card";

type MailingRecordProps = {
  mailing: { id: string; subject: string; status: MailingStatus; sender: string; when: string };
  progress: Parameters<typeof ProgressCard>[0]["first"];
  /** Null for who may not report on mailings. */
  results: Pick<Parameters<typeof ResultsCard>[0], "page" | "state"> | null;
  words: Record<string, string>;
  actions: Parameters<typeof ProgressCard>[0]["actions"];
};

/** A mailing that was sent off: how far it is, and what became of each letter. */
export function MailingRecord({ mailing, progress, results, words, actions }: MailingRecordProps) {
  const t = useTranslations("mailings");
  return (
    <>
      <PageHeader
        title={mailing.subject}
        status={<MailingStatusChip status={mailing.status} />}
        facts={[t("results.sentBy", { name: mailing.sender }), mailing.when]}
        back={{ href: paths.staff.mailings, label: t("title") }}
      />
      <div className="grid gap-4">
        <ProgressCard
          mailingId={mailing.id}
          first={progress}
          address={paths.api.mailing(mailing.id)}
          actions={actions}
        />
        {results ? (
          <ResultsCard mailingId={mailing.id} {...results} words={words} />
        ) : (
          <Card title={t("results.title")}>
            <LockedNote>{t("results.refused")}</LockedNote>
          </Card>
        )}
      </div>
    </>
  );
}
