import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import type { FutureSessionItem } from "@/lib/features/scheduling/future/copy";
import { paths } from "@/lib/paths";
import { FutureSessionTable } from "./future-session-table";

type FutureSessionListProps = {
  practitionerId: string;
  sessions: { items: readonly FutureSessionItem[]; previous: string | null; next: string | null };
  values: Record<string, string>;
};

/** What is booked with a practitioner. */
export function FutureSessionList({ practitionerId, sessions, values }: FutureSessionListProps) {
  const t = useTranslations("practitioners.sessions");
  const { items, previous, next } = sessions;
  const page = (cursor: string | null) =>
    cursor && `${paths.staff.practitionerSessions(practitionerId)}?page=${cursor}`;
  const title = t("title", values);
  return (
    <>
      <PageHeader title={title} back={{ href: paths.staff.practitioner(practitionerId), label: values.name ?? "" }} />
      <Card padded={false}>
        {items.length > 0 ? (
          <FutureSessionTable rows={items} caption={title} values={values} />
        ) : (
          <EmptyState title={t("empty", values)} body={t("emptyBody", values)} />
        )}
      </Card>
      {(previous || next) && <Pager previousHref={page(previous)} nextHref={page(next)} />}
    </>
  );
}
