import { useTranslations } from "next-intl";
import { FilterMenu } from "@/components/filters/filter-menu";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { ListToolbar } from "@/components/ui/list-toolbar";
import type { MenuEntry } from "@/components/ui/menu";
import { SearchField } from "@/components/ui/search-field";
import { termValues } from "@/lib/features/clients/copy";
import { LEADS, RESOURCES, WITHOUT_PRACTITIONER } from "@/lib/features/clients/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";
import type { FilterTree } from "@/lib/features/filters/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";

type ClientListToolbarProps = {
  q: string | undefined;
  /** Hidden fields that keep the filter while searching. */
  kept: Record<string, string | undefined>;
  savedFilters: readonly SavedFilterRow[];
  hrefs: { newFilter: string; editFilter: string | null; newest: string };
  terms: Terminology;
};

/** Search, filters by name, and the orders that are no column. */
export function ClientListToolbar({ q, kept, savedFilters, hrefs, terms }: ClientListToolbarProps) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  const hrefOf = (tree: FilterTree) => `${paths.staff.clients}?filter=${encodeFilter(tree)}`;
  const ready: MenuEntry[] = [
    { id: "all", label: t("allClients", values), href: paths.staff.clients },
    { id: "open", label: t("openClients", values), href: paths.staff.openClients },
    { id: "leads", label: t("leads"), href: hrefOf(LEADS) },
    { id: "resources", label: t("resources"), href: hrefOf(RESOURCES) },
    {
      id: "without",
      label: t("withoutPractitioner", values),
      href: hrefOf(WITHOUT_PRACTITIONER),
    },
  ];
  return (
    <ListToolbar
      search={
        <search className="min-w-0 max-sm:w-full sm:flex-[0_1_24rem]">
          <form action={paths.staff.clients} className="flex min-w-0 gap-2">
            {Object.entries(kept).map(
              ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
            )}
            <SearchField key={q ?? ""} name="q" label={t("searchLabel", values)} defaultValue={q} maxLength={100} />
            <Button type="submit">{t("searchButton")}</Button>
          </form>
        </search>
      }
      filters={
        <FilterMenu
          path={paths.staff.clients}
          {...{ savedFilters, ready }}
          newHref={hrefs.newFilter}
          editHref={hrefs.editFilter}
        />
      }
      actions={
        <LinkButton size="sm" variant="ghost" href={hrefs.newest}>
          {t("sortNewest")}
        </LinkButton>
      }
    />
  );
}
