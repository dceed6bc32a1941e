"use client";
import { CircleHelp, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { Command } from "@/components/ui/command-palette";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { NavIcon, type NavItem } from "./nav-icon";
import { ShortcutHelp } from "./shortcut-help";
import { useLiveSearch } from "./use-live-search";
import { useShortcuts } from "./use-shortcuts";

// Comes when somebody is about to search.
const fetchPalette = () => import("@/components/ui/command-palette");
const CommandPalette = lazy(async () => ({ default: (await fetchPalette()).CommandPalette }));

type TopSearchProps = {
  nav: readonly NavItem[];
  commands: readonly Omit<Command, "onAction">[];
  searchHref?: string;
};

/** Search, commands and help in the top bar, with the keys that open them. */
export function TopSearch({ nav, commands, searchHref }: TopSearchProps) {
  const t = useTranslations("shell");
  const [searching, setSearching] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [helping, setHelping] = useState(false);
  const [query, setQuery] = useState("");
  const found = useLiveSearch(searchHref, query);
  const search = (open: boolean) => {
    setSearching(open);
    if (open) setWanted(true);
    else setQuery("");
  };
  useShortcuts({ search: () => search(true), help: () => setHelping(true) });
  const places = nav.map(({ href, label, icon }) => ({ id: href, label, href, icon: <NavIcon name={icon} /> }));
  const groups = [...found, { title: t("commands"), items: commands }, { title: t("goTo"), items: places }];
  return (
    <>
      <Button
        onPress={() => search(true)}
        onHoverStart={() => void fetchPalette()}
        onFocus={() => void fetchPalette()}
        className="flex min-h-(--control-h) min-w-0 flex-1 items-center gap-2 rounded-md border border-border bg-bg px-2.5 text-muted hover:border-strong sm:max-w-md"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left">{t("search")}</span>
        <span aria-hidden className="hidden gap-1 sm:flex">
          <Kbd>/</Kbd>
        </span>
      </Button>
      <span className="ml-auto hidden sm:block">
        <IconButton label={t("shortcuts")} icon={<CircleHelp />} onPress={() => setHelping(true)} />
      </span>
      {wanted && (
        <Suspense>
          <CommandPalette
            isOpen={searching}
            onOpenChange={search}
            groups={groups.filter((group) => group.items.length > 0)}
            query={query}
            onQuery={setQuery}
          />
        </Suspense>
      )}
      <ShortcutHelp isOpen={helping} onOpenChange={setHelping} />
    </>
  );
}
