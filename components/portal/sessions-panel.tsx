import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { PortalSession, ServiceTotals } from "@/lib/features/clients/portal/sessions/schema";
import { changeAnswer } from "@/lib/features/scheduling/booking/rules";
import type { BookingTerms } from "@/lib/features/scheduling/booking/schema";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { formatDuration } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import { OwnSessionChanges } from "./own-session-changes";
import { ServiceHistory } from "./service-history";
import { SessionCard } from "./session-card";

type SessionsPanelProps = {
  title: string;
  /** Whether the contact acts for anybody: others are told why they see none. */
  acts: boolean;
  severalClients: boolean;
  ahead: readonly PortalSession[];
  history: Page<PortalSession> & { totals: ServiceTotals };
  /** Within which bounds clients change their sessions themselves, and when this is asked. */
  changes: { terms: BookingTerms; at: Date };
};

const pageHref = (cursor: string | null) => cursor && `${paths.portal.sessions}?page=${cursor}#history`;

/** What is ahead and what was, of everybody the contact acts for. */
export function SessionsPanel({ title, acts, severalClients, ahead, history, changes }: SessionsPanelProps) {
  const { totals } = history;
  const t = useTranslations("portal.sessions");
  const booking = useTranslations("portal.booking");
  const waiting = useTranslations("portal.waiting");
  const asked = useLocale();
  const locale = localeOf(asked);
  const sum = t("totals", { count: totals.sessions, duration: formatDuration(totals.minutes, locale) });
  if (!acts)
    return (
      <>
        <PageHeader title={title} />
        <EmptyState kind="no-right" title={t("noRightTitle")} body={t("noRightBody")} />
      </>
    );
  return (
    <>
      <PageHeader
        title={title}
        description={t("body")}
        actions={
          <>
            {totals.isWaiting && <LinkButton href={paths.portal.waiting}>{waiting("list")}</LinkButton>}
            {(changes.terms.mode !== "OFF" || totals.ownBooking) && (
              <LinkButton href={paths.portal.bookSession} variant="primary" icon={<CalendarPlus aria-hidden />}>
                {booking("book")}
              </LinkButton>
            )}
          </>
        }
      />
      {totals.offers > 0 && (
        <Banner
          tone="success"
          title={waiting("offerCount", { count: totals.offers })}
          action={<LinkButton href={paths.portal.waiting}>{waiting("see")}</LinkButton>}
        />
      )}
      <Section title={t("ahead")}>
        {ahead.length === 0 ? (
          <p className="rounded-lg border border-border bg-surface p-4 text-muted">{t("noneAhead")}</p>
        ) : (
          <ul aria-label={t("ahead")} className="grid gap-3">
            {ahead.map((session) => (
              <li key={session.id}>
                <SessionCard session={session} severalClients={severalClients}>
                  <OwnSessionChanges session={session} answer={changeAnswer(session, changes)} />
                </SessionCard>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <div id="history" className="scroll-mt-20">
        <Section title={t("history")} description={totals.sessions > 0 ? sum : undefined}>
          {history.rows.length === 0 ? (
            <p className="rounded-lg border border-border bg-surface p-4 text-muted">{t("noneBehind")}</p>
          ) : (
            <ServiceHistory sessions={history.rows} severalClients={severalClients} />
          )}
          <Pager previousHref={pageHref(history.previous)} nextHref={pageHref(history.next)} />
        </Section>
      </div>
    </>
  );
}
