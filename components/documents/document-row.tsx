import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VisibilityChip } from "@/components/ui/visibility-chip";
import type { DocumentItem } from "@/lib/features/documents/copy";
import { paths } from "@/lib/paths";
import { DocumentMark } from "./document-mark";

/** One document: what it is, who sees it, and what can be done with it. */
export function DocumentRow({ item, children }: { item: DocumentItem; children: ReactNode }) {
  const t = useTranslations("documents");
  const { name, size, addedBy, changed, changedExact, versions } = item;
  return (
    <li className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover" data-list-row>
      <DocumentMark kind={item.kind} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a
            href={paths.api.document(item.id)}
            download
            className="min-w-0 break-words font-medium hover:underline"
            data-row-link
          >
            {name}
          </a>
          <VisibilityChip to={item.visibility}>
            {item.visibility === "CONTACT" && item.contact ? item.contact.name : t(`visibility.${item.visibility}`)}
          </VisibilityChip>
        </div>
        <p className="text-muted text-sm" title={changedExact}>
          {t("meta", { size, by: addedBy, date: changed })}
          {versions.length > 1 && ` · ${t("versionCount", { count: versions.length })}`}
        </p>
      </div>
      {children}
    </li>
  );
}
