import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { choiceParameters, isNarrowed } from "@/lib/features/prospects/rules";
import { AGES, NO_SOURCE, type ProspectChoice, type ProspectChoices } from "@/lib/features/prospects/schema";

type ProspectFiltersProps = {
  /** The page that the filters belong to. */
  path: string;
  choice: ProspectChoice;
  choices: ProspectChoices;
  values: Record<string, string>;
};

type Key = "stage" | "owner" | "source" | "center" | "next" | "age";
type Option = { id: string; name: string };

/** What narrows the prospects, each with what is chosen; every choice is an address. */
export function ProspectFilters({ path, choice, choices, values }: ProspectFiltersProps) {
  const t = useTranslations("prospects.filters");
  const kept = choiceParameters(choice);
  const options: Record<Key, Option[]> = {
    stage: choices.stages,
    owner: [...choices.owners, { id: "none", name: t("noOwner") }],
    source: [...choices.sources.map((name) => ({ id: name, name })), { id: NO_SOURCE, name: t("noSource") }],
    center: [...choices.centers, { id: "none", name: t("noCenter", values) }],
    next: (["none", "overdue"] as const).map((id) => ({ id, name: t(`nexts.${id}`) })),
    age: AGES.map((id) => ({ id, name: t(`ages.${id}`) })),
  };
  const keys: Key[] = path.endsWith("board")
    ? ["owner", "source", "center", "next", "age"]
    : ["stage", "owner", "source", "center", "next", "age"];
  const menuOf = (key: Key) => {
    const chosen = options[key].find(({ id }) => id === choice[key]);
    const label = chosen ? t("chosen", { field: t(key, values), value: chosen.name }) : t(key, values);
    const items: MenuEntry[] = [
      ...options[key].map(({ id, name }) => ({
        id: `x${id}`,
        label: name,
        href: addressWith(path, kept, { [key]: id }),
      })),
      ...(choice[key] ? [{ id: "any", label: t("any"), href: addressWith(path, kept, { [key]: undefined }) }] : []),
    ];
    return <Menu key={key} label={label} items={items} variant={choice[key] ? "secondary" : "ghost"} />;
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      {keys.map(menuOf)}
      {isNarrowed(choice) && (
        <LinkButton size="sm" variant="ghost" href={path}>
          {t("clear")}
        </LinkButton>
      )}
    </div>
  );
}
