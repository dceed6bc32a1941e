import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { DocumentItem } from "@/lib/features/documents/copy";
import type { ServerAction } from "@/lib/platform/action-state";
import { DocumentMark } from "./document-mark";

type DocumentBinProps = { items: readonly DocumentItem[]; back: string; restore: ServerAction | null };

/** What was deleted in the last 30 days, to be taken back. */
export function DocumentBin({ items, back, restore }: DocumentBinProps) {
  const t = useTranslations("documents");
  return (
    <Card title={t("binTitle")} padded={false} actions={<TextLink href={back}>{t("binBack")}</TextLink>}>
      {items.length === 0 && <EmptyState title={t("binEmptyTitle")} body={t("binEmptyBody")} />}
      <ul className="divide-y divide-border">
        {items.map(({ id, name, kind, deleted }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <DocumentMark kind={kind} />
            <div className="min-w-0 flex-1">
              <p className="break-words font-medium">{name}</p>
              {deleted && <p className="text-muted text-sm">{t("deleted", deleted)}</p>}
            </div>
            {restore && (
              <Form action={restore} className="contents">
                <input type="hidden" name="documentId" value={id} />
                <SubmitButton size="sm" variant="secondary" aria-label={`${t("restore")}: ${name}`}>
                  {t("restore")}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
