import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";

type FilterMenuProps = {
  path: string;
  savedFilters: readonly SavedFilterRow[];
  newHref: string;
  /** Null while no filter is shown. */
  editHref: string | null;
  /** Filters that the list comes with. */
  ready?: readonly MenuEntry[];
};

/** The way to a filter of a list: a new one, the one that is shown, those by name. */
export function FilterMenu({ path, savedFilters, newHref, editHref, ready = [] }: FilterMenuProps) {
  const t = useTranslations("saved-filters");
  const items: MenuEntry[] = [
    { id: "new", label: t("newFilter"), href: newHref },
    ...(editHref ? [{ id: "edit", label: t("editFilter"), href: editHref }] : []),
    ...ready,
    ...savedFilters.map(({ id, name }) => ({ id, label: name, href: `${path}?saved=${id}` })),
  ];
  return <Menu label={t("filter")} items={items} mark={<ListFilter aria-hidden className="text-muted" />} />;
}
