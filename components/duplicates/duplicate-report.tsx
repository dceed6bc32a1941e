import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stat } from "@/components/ui/stat";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ClientReason } from "@/lib/features/clients/duplicates/schema";
import type { Reason } from "@/lib/features/contacts/duplicates/schema";
import type { DuplicateCount, DuplicateView, MergedKind } from "@/lib/features/merges/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Page } from "@/lib/platform/page";
import { DuplicateGroupCard } from "./duplicate-group-card";
import { DuplicateTabs } from "./duplicate-tabs";

type DuplicateReportProps = {
  kind: MergedKind;
  reason: Reason | ClientReason;
  page: Page<DuplicateView>;
  count: DuplicateCount;
  /** The organization's words for whom it serves. */
  terms: { client: string; clients: string; Clients: string };
  actions: {
    tellApart: ServerAction<{ ids: string[] }> | null;
    doubtAgain: ServerAction;
    /** Looks for the groups that can be made one without anybody looking. */
    planSafe: ServerAction | null;
  };
};

/** People who may be one by one reason, with how bad it is. */
export function DuplicateReport({ kind, reason, page, count, terms, actions }: DuplicateReportProps) {
  const t = useTranslations("duplicates");
  const pageHref = (cursor: string | null) =>
    cursor &&
    `${kind === "client" ? paths.staff.admin.duplicateClients : paths.staff.admin.duplicates}?reason=${reason}&page=${cursor}`;
  const figure = (value: number) => (count.more ? t("orMore", { count: value }) : value);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(kind === "client" ? "descriptionClients" : "description", terms)}
        actions={
          actions.planSafe &&
          reason === "email" &&
          page.rows.length > 0 && (
            <Form action={actions.planSafe} className="contents">
              <SubmitButton variant="secondary">{t("safe.find")}</SubmitButton>
            </Form>
          )
        }
      />
      <DuplicateTabs kind={kind} current={reason} clients={terms.Clients} />
      <p className="mb-4 max-w-prose text-muted">
        {t(`${kind === "client" ? "clientExplanations" : "explanations"}.${reason}`, terms)}
      </p>
      {page.rows.length === 0 ? (
        <Card>
          <EmptyState kind="new" title={t("emptyTitle")} body={t("emptyBody")} />
        </Card>
      ) : (
        <>
          <div className="mb-4 grid grid-cols-3 gap-3 sm:max-w-xl">
            <Stat label={t("groups")} value={figure(count.groups)} />
            <Stat label={kind === "client" ? t("clientsInThem", terms) : t("people")} value={figure(count.people)} />
            <Stat label={t("largest")} value={figure(count.largest)} />
          </div>
          <ul className="grid gap-3">
            {page.rows.map((group) => (
              <li key={group.records.map(({ id }) => id).join()}>
                <DuplicateGroupCard
                  kind={kind}
                  group={group}
                  tellApart={actions.tellApart}
                  doubtAgain={actions.doubtAgain}
                />
              </li>
            ))}
          </ul>
          <Pager
            previousHref={pageHref(page.previous)}
            nextHref={pageHref(page.next)}
            summary={t("page", { count: page.rows.length })}
          />
        </>
      )}
    </>
  );
}
