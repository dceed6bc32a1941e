import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { StatusChip } from "@/components/ui/status-chip";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import type { Outcome, RecipientRow } from "@/lib/features/mailings/recipients/queries";
import { SKIP_REASONS, type SkipReason } from "@/lib/features/mailings/rules";
import { paths } from "@/lib/paths";

/** One person with what became of their letter, the time already in words. */
type ResultItem = RecipientRow & { outcome: Outcome; when: string };

const STATES = ["waiting", "sent", "failed", "stopped", "skipped"] as const;
const TONES = {
  waiting: "accent",
  sent: "success",
  failed: "danger",
  unclear: "warning",
  stopped: "warning",
  skipped: "neutral",
} as const;
const KNOWN = new Set<string>(["undeliverable_address", "practitioner_missing"]);

type ResultsCardProps = {
  mailingId: string;
  page: { rows: readonly ResultItem[]; previous: string | null; next: string | null };
  state: (typeof STATES)[number] | null;
  words: Record<string, string>;
};

/** Everybody of a mailing and what became of their letter. */
export function ResultsCard({ mailingId, page, state, words }: ResultsCardProps) {
  const t = useTranslations("mailings");
  const home = paths.staff.mailing(mailingId);
  const address = (shown: string | null, cursor?: string) => {
    const query = new URLSearchParams({ ...(shown ? { state: shown } : {}), ...(cursor ? { page: cursor } : {}) });
    return query.size > 0 ? `${home}?${query}` : home;
  };
  return (
    <Card title={t("results.title")} padded={false}>
      <div className="px-4 pt-2">
        <Tabs
          label={t("results.title")}
          current={address(state)}
          items={[
            { href: home, label: t("results.everybody") },
            ...STATES.map((each) => ({ href: address(each), label: t(`progress.outcomes.${each}`) })),
          ]}
        />
      </div>
      {page.rows.length === 0 ? (
        <EmptyState kind="filtered" title={t("results.empty")} body={t("results.emptyBody")} />
      ) : (
        <ResultTable rows={page.rows} words={words} />
      )}
      <Pager
        previousHref={page.previous && address(state, page.previous)}
        nextHref={page.next && address(state, page.next)}
      />
    </Card>
  );
}

function ResultTable({ rows, words }: { rows: readonly ResultItem[]; words: Record<string, string> }) {
  const t = useTranslations("mailings");
  const why = ({ reason }: ResultItem) => {
    if (!reason) return null;
    if ((SKIP_REASONS as readonly string[]).includes(reason))
      return t(`skipped.reasons.${reason as SkipReason}`, words);
    return KNOWN.has(reason)
      ? t(`results.reasons.${reason as "undeliverable_address"}`)
      : t("results.reasons.other", { reason });
  };
  return (
    <DataTable
      caption={t("results.title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          header: t("skipped.name"),
          primary: true,
          cell: (row) =>
            row.contactId ? <TextLink href={paths.staff.contact(row.contactId)}>{row.name}</TextLink> : row.name,
        },
        {
          key: "client",
          header: t("skipped.client", words),
          cell: (row) =>
            row.client ? <TextLink href={paths.staff.client(row.client.id)}>{row.client.name}</TextLink> : "—",
        },
        { key: "email", header: t("skipped.email"), cell: (row) => row.email ?? "—" },
        {
          key: "outcome",
          header: t("results.outcome"),
          cell: (row) => (
            <>
              <StatusChip tone={TONES[row.outcome]}>{t(`progress.outcomes.${row.outcome}`)}</StatusChip>
              {row.reason && <span className="block text-muted text-sm">{why(row)}</span>}
            </>
          ),
        },
        { key: "when", header: t("results.sentAt"), cell: (row) => row.when || "—" },
      ]}
    />
  );
}
