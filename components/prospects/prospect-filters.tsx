import { useTranslations } from "next-intl";
import { FilterMenu } from "@/components/filters/filter-menu";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { addressWith } from "@/lib/features/filters/lists/rules";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";
import { choiceAddress, choiceParameters, isNarrowed } from "@/lib/features/prospects/rules";
import type { ProspectChoice, ProspectChoices } from "@/lib/features/prospects/schema";
import { choiceOptions } from "./choice-options";

type ProspectFiltersProps = {
  /** The page that the filters belong to. */
  path: string;
  choice: ProspectChoice;
  choices: ProspectChoices;
  values: Record<string, string>;
  /** Filters that were saved; the page has no editor of filters without. */
  savedFilters?: readonly SavedFilterRow[];
};

type Key = "stage" | "owner" | "source" | "center" | "next" | "age";

/** What narrows the prospects, each with what is chosen; every choice is an address. */
export function ProspectFilters({ path, choice, choices, values, savedFilters }: ProspectFiltersProps) {
  const t = useTranslations("prospects.filters");
  const options = choiceOptions(t, choices, values);
  // The list has the way back beside what it shows.
  const onBoard = path.endsWith("board");
  const keys: Key[] = onBoard
    ? ["owner", "source", "center", "next", "age"]
    : ["stage", "owner", "source", "center", "next", "age"];
  const menuOf = (key: Key) => {
    const chosen = options[key].find(({ id }) => id === choice[key]);
    const label = chosen ? t("chosen", { field: t(key, values), value: chosen.name }) : t(key, values);
    const items: MenuEntry[] = [
      ...options[key].map(({ id, name }) => ({
        id: `x${id}`,
        label: name,
        href: choiceAddress(path, choice, { [key]: id }),
      })),
      ...(choice[key] ? [{ id: "any", label: t("any"), href: choiceAddress(path, choice, { [key]: undefined }) }] : []),
    ];
    return <Menu key={key} label={label} items={items} variant={choice[key] ? "secondary" : "ghost"} />;
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      {savedFilters && (
        <FilterMenu
          path={path}
          savedFilters={savedFilters}
          newHref={addressWith(path, choiceParameters({ ...choice, filter: undefined }), { edit: "filter" })}
          editHref={choice.filter ? addressWith(path, choiceParameters(choice), { edit: "filter" }) : null}
        />
      )}
      {keys.map(menuOf)}
      {onBoard && isNarrowed(choice) && (
        <LinkButton size="sm" variant="ghost" href={path}>
          {t("clear")}
        </LinkButton>
      )}
    </div>
  );
}
