import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { WITHOUT_PRACTITIONER } from "@/lib/features/clients/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { missingDetails } from "@/lib/features/practitioners/rules";
import type { PractitionerRow } from "@/lib/features/practitioners/schema";
import { paths } from "@/lib/paths";
import { PractitionerTable } from "./practitioner-table";

type PractitionerListProps = {
  rows: readonly PractitionerRow[];
  /** Whom the list is narrowed to. */
  state: { status: "active" | "inactive" | "all"; center: { id: string; name: string } | null };
  /** The organization's words. */
  values: Record<string, string>;
  mayEdit: boolean;
};

const STATUSES = ["active", "inactive", "all"] as const;

/** Who delivers sessions, and whether letters can name them in full. */
export function PractitionerList({ rows, state, values, mayEdit }: PractitionerListProps) {
  const t = useTranslations("practitioners");
  const gaps = rows.filter((row) => row.status === "ACTIVE" && missingDetails(row).length > 0).length;
  const { status, center } = state;
  const address = (each: string) => paths.staff.practitionersOf(center?.id, each);
  const tabs = STATUSES.map((each) => ({ href: address(each), label: t(`tabs.${each}`) }));
  const without = `${paths.staff.clients}?filter=${encodeFilter(WITHOUT_PRACTITIONER)}`;
  const add = mayEdit && (
    <LinkButton variant="primary" href={paths.staff.newPractitioner} icon={<Plus aria-hidden />}>
      {t("new", values)}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={values.practitioners ?? ""}
        facts={center ? [t("atCenter", { center: center.name })] : []}
        description={
          center ? (
            <TextLink href={paths.staff.practitioners}>{t("everyCenter", values)}</TextLink>
          ) : (
            <TextLink href={without}>{t("without", values)}</TextLink>
          )
        }
        actions={add}
      />
      <Tabs label={t("tabs.label", values)} items={tabs} current={address(status)} />
      {mayEdit && gaps > 0 && <Banner tone="warning">{t("incompleteBanner", { ...values, count: gaps })}</Banner>}
      <Card padded={false}>
        {rows.length === 0 ? (
          <EmptyState title={t("empty.title")} body={t("empty.body", values)} action={add} />
        ) : (
          <PractitionerTable rows={rows} values={values} />
        )}
      </Card>
    </>
  );
}
