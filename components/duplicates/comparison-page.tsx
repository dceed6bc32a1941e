import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { RecordComparison } from "./record-comparison";

type Comparison = ComponentProps<typeof RecordComparison>;
type ComparisonPageProps = Omit<Comparison, "winnerId"> & { winnerId: string | null };

/** Records side by side to be made one, or that there are not two of them any more. */
export function ComparisonPage({ winnerId, ...comparison }: ComparisonPageProps) {
  const t = useTranslations("duplicates");
  const { duplicates, duplicateClients } = paths.staff.admin;
  const href = comparison.kind === "client" ? duplicateClients : duplicates;
  return (
    <>
      <PageHeader
        title={t("comparison.title")}
        description={t("comparison.description")}
        back={{ href, label: t("title") }}
      />
      {winnerId && comparison.people.length > 1 ? (
        <RecordComparison {...comparison} winnerId={winnerId} />
      ) : (
        <Card>
          <EmptyState
            title={t("comparison.tooFewTitle")}
            body={t("comparison.tooFewBody")}
            action={<LinkButton href={href}>{t("comparison.toReports")}</LinkButton>}
          />
        </Card>
      )}
    </>
  );
}
