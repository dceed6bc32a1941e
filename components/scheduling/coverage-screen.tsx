import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { shortagesIn } from "@/lib/features/scheduling/coverage/rules";
import type { Coverage } from "@/lib/features/scheduling/coverage/schema";
import { paths } from "@/lib/paths";
import { formatList } from "@/lib/values/format";
import { CoverageFigures } from "./coverage-figures";
import { CoverageFilters } from "./coverage-filters";
import { CoveragePeople } from "./coverage-people";
import { CoverageShortages } from "./coverage-shortages";
import { CoverageWeek } from "./coverage-week";

type CoverageScreenProps = { coverage: Coverage | null; values: Record<string, string> };

/** A week of a center: who works, who could come, what is booked, and where it is short. */
export function CoverageScreen({ coverage, values }: CoverageScreenProps) {
  const t = useTranslations("coverage");
  const back = { href: paths.staff.scheduling, label: t("back") };
  if (!coverage)
    return (
      <>
        <PageHeader title={t("title")} back={back} />
        <Card>
          <EmptyState title={t("noCenterTitle", values)} body={t("noCenterBody", values)} />
        </Card>
      </>
    );
  const { center, unknown, at } = coverage;
  const shortages = shortagesIn(coverage.hours);
  const chosen = { date: at?.slice(0, 10) ?? "", time: `${at?.slice(11)}:00` };
  const names = formatList(
    unknown.map(({ name }) => name),
    "en",
  );
  return (
    <>
      <PageHeader title={t("title")} back={back} facts={[center.name, center.timeZone]} />
      <CoverageFilters {...{ coverage, values }} />
      <CoverageFigures {...{ coverage, values }} />
      <RecordLayout
        aside={
          <>
            <CoveragePeople {...{ coverage, values }} at={chosen} />
            <CoverageShortages {...{ coverage, shortages, values }} />
          </>
        }
      >
        <CoverageWeek {...{ coverage, at, values }} />
        {unknown.length > 0 && (
          <p className="text-pretty text-muted text-sm">{t("unknown", { ...values, count: unknown.length, names })}</p>
        )}
      </RecordLayout>
    </>
  );
}
