import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { UpdateMenu } from "@/components/updates/update-menu";
import type { SessionRow } from "@/lib/features/scheduling/sessions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Page } from "@/lib/platform/page";
import { SessionTable } from "./session-table";

type SessionListProps = {
  client: { id: string; name: string };
  page: Page<SessionRow>;
  values: Record<string, string>;
  can: { record: boolean; update: boolean };
  leave: ServerAction | null;
};

/** The sessions of a client, page by page. */
export function SessionList({ client, page, values, can, leave }: SessionListProps) {
  const t = useTranslations("sessions");
  const address = (cursor: string | null) => cursor && `${paths.staff.clientSessions(client.id)}?page=${cursor}`;
  const record = (
    <LinkButton variant="primary" href={paths.staff.recordSession(client.id)} icon={<Plus aria-hidden />}>
      {t("record", values)}
    </LinkButton>
  );
  return (
    <Card
      padded={false}
      actions={
        page.rows.length > 0 && (
          <>
            {can.update && <UpdateMenu noun="sessions" address={{ client: client.id }} values={values} />}
            {can.record && record}
          </>
        )
      }
    >
      {page.rows.length === 0 ? (
        <EmptyState title={t("emptyTitle", values)} body={t("emptyBody")} action={can.record && record} />
      ) : (
        <SessionTable rows={page.rows} client={client} values={values} leave={leave} />
      )}
      <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
    </Card>
  );
}
