import { useTranslations } from "next-intl";
import type { DocumentItem } from "@/lib/features/documents/copy";
import { paths } from "@/lib/paths";

/** What a document was and is, the newest first, each to be downloaded. */
export function DocumentVersions({ item }: { item: DocumentItem }) {
  const t = useTranslations("documents");
  return (
    <ul className="divide-y divide-border">
      {item.versions.map(({ number, fileName, size, addedBy, at }, place) => (
        <li key={number} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3">
          <div className="min-w-0">
            <p className="font-medium">{t(place === 0 ? "currentVersion" : "version", { number })}</p>
            <p className="break-words text-muted text-sm">
              {fileName} · {t("meta", { size, by: addedBy, date: at })}
            </p>
          </div>
          <a
            href={paths.api.documentVersion(item.id, number)}
            download
            className="text-accent underline-offset-2 hover:underline"
          >
            {t("downloadVersion", { number })}
          </a>
        </li>
      ))}
    </ul>
  );
}
