import { UserPen } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

/** Who else is in the middle of changing this record: names, and nothing of what they type. */
export function EditorsHint({ editors }: { editors: readonly string[] }) {
  const t = useTranslations("drafts");
  const locale = useLocale();
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(editors);
  return (
    <div role="status" className="empty:hidden">
      {editors.length > 0 && (
        <p className="mb-4 flex items-center gap-2 text-muted text-sm">
          <UserPen aria-hidden className="size-4 shrink-0 text-warning" />
          {t("editing", { names, count: editors.length })}
        </p>
      )}
    </div>
  );
}
