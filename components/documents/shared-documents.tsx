import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { documentKind } from "@/lib/features/documents/copy";
import type { SharedDocument } from "@/lib/features/documents/portal/schema";
import { paths } from "@/lib/paths";
import { formatDay, formatFileSize } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import { DocumentMark } from "./document-mark";
import { HandInCard } from "./hand-in-card";

type SharedDocumentsProps = {
  documents: readonly SharedDocument[];
  zone: string;
  severalClients: boolean;
  /** Clients for whom something can be handed in. */
  actedFor: readonly { id: string; name: string }[];
};

/** What was shared with the person who is signed in, the newest first, each row its download; and where they hand something in. */
export function SharedDocuments({ documents, zone, severalClients, actedFor }: SharedDocumentsProps) {
  const t = useTranslations("shared-documents");
  const asked = useLocale();
  const locale = localeOf(asked);
  return (
    <>
      <PageHeader title={t("title")} description={t("body")} />
      {actedFor.length > 0 && (
        <div className="mb-4">
          <HandInCard clients={actedFor} />
        </div>
      )}
      <Card padded={false}>
        {documents.length === 0 && <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />}
        <ul className="divide-y divide-border empty:hidden">
          {documents.map(({ id, name, contentType, size, changedAt, client }) => (
            <li key={id}>
              <a href={paths.api.document(id)} download className="flex items-center gap-3 px-4 py-3.5 hover:bg-hover">
                <DocumentMark kind={documentKind(contentType)} />
                <span className="min-w-0 flex-1">
                  <span className="block break-words font-medium">{name}</span>
                  <span className="block text-muted text-sm">
                    {[formatDay(changedAt, { locale, zone }), formatFileSize(size, locale)].join(" · ")}
                    {severalClients && ` · ${client ?? t("forYou")}`}
                  </span>
                </span>
                <Download aria-hidden className="size-5 shrink-0 text-muted" />
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
