import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { RecipientRow } from "@/lib/features/mailings/recipients/queries";
import type { SkipReason } from "@/lib/features/mailings/rules";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type SkippedCardProps = {
  mailingId: string;
  counts: readonly { reason: SkipReason; count: number }[];
  skipped: { rows: readonly RecipientRow[]; more: boolean; after: number };
  words: Record<string, string>;
  include: ServerAction<unknown>;
};

/** Everybody chosen who gets nothing, and why (S2-61). */
export function SkippedCard({ mailingId, counts, skipped, words, include }: SkippedCardProps) {
  const t = useTranslations("mailings.skipped");
  const reason = (row: RecipientRow) => t(`reasons.${row.reason as SkipReason}`, words);
  const here = (after: number) => `${paths.staff.mailingReview(mailingId)}?skipped=${after}`;
  return (
    <Card title={t("title")} padded={false}>
      {counts.length === 0 ? (
        <p className="p-4 text-muted">{t("none")}</p>
      ) : (
        <>
          <ul className="flex flex-wrap gap-2 p-4">
            {counts.map(({ reason: why, count }) => (
              <li key={why}>
                <Badge>
                  {t(`reasons.${why}`, words)}: <span className="tabular-nums">{count}</span>
                </Badge>
              </li>
            ))}
          </ul>
          <DataTable
            caption={t("title")}
            rows={skipped.rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", header: t("name"), primary: true, cell: (row) => row.name },
              {
                key: "client",
                header: t("client", words),
                cell: (row) =>
                  row.client ? <TextLink href={paths.staff.client(row.client.id)}>{row.client.name}</TextLink> : "—",
              },
              { key: "email", header: t("email"), cell: (row) => row.email ?? "—" },
              { key: "reason", header: t("reason"), cell: (row) => <Why row={row} words={reason(row)} /> },
              {
                key: "include",
                header: "",
                align: "end",
                cell: (row) =>
                  row.reason === "excluded" && <Include mailingId={mailingId} row={row} action={include} />,
              },
            ]}
          />
          <div className="flex flex-wrap gap-2 p-3 empty:hidden">
            {skipped.after > 0 && (
              <LinkButton size="sm" href={here(0)} scroll={false}>
                {t("first")}
              </LinkButton>
            )}
            {skipped.more && (
              <LinkButton size="sm" href={here(skipped.rows.at(-1)?.position ?? 0)} scroll={false}>
                {t("more")}
              </LinkButton>
            )}
          </div>
        </>
      )}
    </Card>
  );
}

function Why({ row, words }: { row: RecipientRow; words: string }) {
  return row.contactId ? <TextLink href={paths.staff.contact(row.contactId)}>{words}</TextLink> : words;
}

function Include({ mailingId, row, action }: { mailingId: string; row: RecipientRow; action: ServerAction<unknown> }) {
  const t = useTranslations("mailings.skipped");
  return (
    <Form action={action} className="relative z-[1] block">
      <input type="hidden" name="mailingId" value={mailingId} />
      <input type="hidden" name="recipientId" value={row.id} />
      <SubmitButton size="sm" variant="ghost" aria-label={t("includeName", { name: row.name })}>
        {t("include")}
      </SubmitButton>
    </Form>
  );
}
