import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { SaveFilterDialog } from "./save-filter-dialog";
import { SavedFilterActions, type SavedFilterServerActions } from "./saved-filter-actions";
import type { SavedQueryFields } from "./saved-query-inputs";

type FilterSummaryProps = {
  /** The filter in words; null while everything is listed. */
  sentence: string | null;
  saved: { id: string; name: string; shared: boolean; own: boolean; edited: boolean } | null;
  clearHref: string;
  list: { path: string; name: string };
  query: SavedQueryFields;
  /** Null for people who may not save filters. */
  actions: SavedFilterServerActions | null;
};

/** What the list shows, in words, and how to keep or drop it. */
export function FilterSummary({ sentence, saved, clearHref, list, query, actions }: FilterSummaryProps) {
  const t = useTranslations("saved-filters");
  if (sentence === null && !saved && !query.q) return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm print:hidden">
      <p className="min-w-0 flex-[0_1_auto] break-words">
        {saved && <strong className="mr-2 font-semibold">{saved.name}</strong>}
        {saved?.shared && <Badge>{t("shared")}</Badge>}
        {saved?.edited && <Badge tone="warning">{t("edited")}</Badge>}
        {sentence && (
          <span className="text-muted">
            {" "}
            {t("showing")}: <span className="text-text">{sentence}</span>
          </span>
        )}
      </p>
      <TextLink href={clearHref}>{t("clear")}</TextLink>
      {actions && <SaveFilterDialog action={actions.save} path={list.path} list={list.name} query={query} />}
      {actions && saved?.own && <SavedFilterActions saved={saved} path={list.path} query={query} actions={actions} />}
    </div>
  );
}
