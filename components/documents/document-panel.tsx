import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { DocumentItem } from "@/lib/features/documents/copy";
import { visibilitiesOn } from "@/lib/features/documents/rules";
import type { DocumentSubject } from "@/lib/features/documents/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatFileSize } from "@/lib/values/format";
import { DocumentBin } from "./document-bin";
import { DocumentList } from "./document-list";
import { type DocumentActions, DocumentMenu } from "./document-menu";
import { DocumentUploader } from "./document-uploader";

type DocumentPanelProps = {
  /** The record they hang on, with the address of its page of documents. */
  subject: DocumentSubject & { name: string; href: string };
  list: { items: readonly DocumentItem[]; inBin: number; bytes: number; showsBin: boolean };
  /** With whom of its people a document can be shared. */
  people: readonly { id: string; name: string }[];
  mayEdit: boolean;
  actions: DocumentActions & { restore: ServerAction };
};

/** The documents of any record: adding, folders, sharing, versions and the recycle bin. */
export function DocumentPanel({ subject, list, people, mayEdit, actions }: DocumentPanelProps) {
  const t = useTranslations("documents");
  const { items, inBin, bytes, showsBin } = list;
  if (showsBin) return <DocumentBin items={items} back={subject.href} restore={mayEdit ? actions.restore : null} />;
  const folders = [...new Set(items.flatMap(({ folder }) => folder ?? []))];
  const choices = { folders, visibilities: visibilitiesOn(subject.kind), people };
  const bin = mayEdit && inBin > 0 && (
    <TextLink href={`${subject.href}?bin=1`}>
      <Trash2 aria-hidden className="mr-1 inline size-4 align-text-bottom" />
      {t("bin", { count: inBin })}
    </TextLink>
  );
  const room = t("room", { count: items.length, size: formatFileSize(bytes, "en") });
  return (
    <Card title={t("title")} padded={false} actions={bin}>
      <DocumentUploader subject={{ kind: subject.kind, id: subject.id }} folders={folders} />
      {items.length === 0 ? (
        <EmptyState title={t("emptyTitle")} body={t("emptyBody", { name: subject.name })} />
      ) : (
        <div className="border-border border-t">
          <DocumentList
            items={items}
            menuOf={(item) => <DocumentMenu item={item} choices={choices} mayEdit={mayEdit} actions={actions} />}
          />
        </div>
      )}
      <p className="border-border border-t px-4 py-2 text-muted text-sm tabular-nums">{room}</p>
    </Card>
  );
}
