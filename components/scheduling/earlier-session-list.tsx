import { useTranslations } from "next-intl";
import { StreamFunding } from "@/components/stream/stream-funding";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import type { EarlierSession } from "@/lib/features/scheduling/reportable/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Page } from "@/lib/platform/page";
import { formatDateTime, formatDuration } from "@/lib/values/format";

type EarlierSessionListProps = {
  client: { id: string; name: string; formerNumber: string | null };
  page: Page<EarlierSession>;
  values: Record<string, string>;
  action: ServerAction;
};

/** What was recorded with a client before it was one: as it was, each to be made reportable by itself. */
export function EarlierSessionList({ client, page, values, action }: EarlierSessionListProps) {
  const t = useTranslations("clients.reportable");
  const address = (cursor: string | null) => cursor && `${paths.staff.earlierSessions(client.id)}?page=${cursor}`;
  const done = (
    <>
      {client.formerNumber?.startsWith("@") && (
        <LinkButton variant="ghost" href={paths.staff.undoMakeClient(client.id)}>
          {t("undo", values)}
        </LinkButton>
      )}
      <LinkButton href={paths.staff.client(client.id)}>{t("done")}</LinkButton>
    </>
  );
  if (page.rows.length === 0) {
    return (
      <Card padded={false}>
        <EmptyState title={t("emptyTitle", values)} body={t("emptyBody", values)} action={done} />
      </Card>
    );
  }
  return (
    <Card title={t("title", values)} actions={done} padded={false}>
      <p className="max-w-3xl text-pretty border-border border-b px-4 py-3 text-muted">
        {t("body", { ...values, number: client.formerNumber ?? "" })}
      </p>
      <ul className="divide-y divide-border" aria-label={t("caption", { ...values, name: client.name })}>
        {page.rows.map((session) => (
          <EarlierSessionLine key={session.attendanceId} session={session} action={action} />
        ))}
      </ul>
      <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
    </Card>
  );
}

function EarlierSessionLine({ session, action }: { session: EarlierSession; action: ServerAction }) {
  const t = useTranslations("clients.reportable");
  const { reportable, blocker, fundingSource, startsAt, timeZone, type, area, practitioners, minutes } = session;
  const when = formatDateTime(startsAt, { locale: "en", zone: timeZone, showZone: true });
  const about = [formatDuration(minutes, "en"), type, area, practitioners].filter(Boolean).join(" · ");
  const meaning = t(reportable ? "reportable" : "notReportable");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-medium tabular-nums">{when}</p>
        <p className="text-muted text-sm [overflow-wrap:anywhere]">{about}</p>
      </div>
      <div className="flex items-center gap-2">
        {fundingSource && <StreamFunding identifier={fundingSource} reportable={reportable} meaning={meaning} />}
        <StatusChip tone={reportable ? "success" : "neutral"}>{meaning}</StatusChip>
      </div>
      <div className="flex min-w-36 justify-end max-sm:w-full max-sm:justify-start">
        {blocker && !reportable ? (
          <p className="text-muted text-sm">{t(`blockers.${blocker}`)}</p>
        ) : (
          <Form action={action} className="contents">
            <input type="hidden" name="attendanceId" value={session.attendanceId} />
            <input type="hidden" name="reportable" value={String(!reportable)} />
            <SubmitButton
              size="sm"
              variant={reportable ? "ghost" : "secondary"}
              aria-label={t(reportable ? "takeBackOne" : "makeOne", { when })}
            >
              {t(reportable ? "takeBack" : "make")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </li>
  );
}
