import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DocumentItem } from "@/lib/features/documents/copy";
import { DocumentRow } from "./document-row";

type DocumentListProps = { items: readonly DocumentItem[]; menuOf: (item: DocumentItem) => ReactNode };

/** Documents by folder; those in none come first. */
export function DocumentList({ items, menuOf }: DocumentListProps) {
  const t = useTranslations("documents");
  const folders = [...new Set(items.map(({ folder }) => folder))];
  return folders.map((folder) => {
    const inside = items.filter((item) => item.folder === folder);
    const rows = (
      <ul className="divide-y divide-border" aria-label={folder ?? t("noFolder")}>
        {inside.map((item) => (
          <DocumentRow key={item.id} item={item}>
            {menuOf(item)}
          </DocumentRow>
        ))}
      </ul>
    );
    if (folder === null) return <div key="">{rows}</div>;
    return (
      <details key={folder} open className="border-border border-t">
        <summary className="flex cursor-pointer items-center gap-2 px-4 py-2.5 font-semibold text-sm hover:bg-hover">
          <Folder aria-hidden className="size-4 text-muted" />
          {folder}
          <span className="font-normal text-muted tabular-nums">{inside.length}</span>
        </summary>
        {rows}
      </details>
    );
  });
}
