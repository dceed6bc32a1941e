import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import type { MailingStatus } from "@/lib/features/mailings/schema";
import { paths } from "@/lib/paths";
import { MailingStatusChip } from "./mailing-status-chip";
import { ProgressCard } from "./progress-card";
import { ResultsCard } from "./results-card";

type MailingRecordProps = {
  mailing: { id: string; subject: string; status: MailingStatus; sender: string; when: string };
  progress: Parameters<typeof ProgressCard>[0]["first"];
  results: Pick<Parameters<typeof ResultsCard>[0], "page" | "state">;
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
        <ResultsCard mailingId={mailing.id} {...results} words={words} />
      </div>
    </>
  );
}
