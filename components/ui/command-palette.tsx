"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header, Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Input, SearchField } from "react-aria-components/SearchField";
import { Kbd } from "./kbd";
import { optionStyles } from "./overlay-styles";

export type Command = {
  id: string;
  label: string;
  detail?: string;
  href?: string;
  onAction?: () => void;
  icon?: ReactNode;
  shortcut?: string;
};
export type CommandGroup = {
  title: string;
  items: readonly Command[];
  /** Found by the server already, so not filtered again: it may have forgiven a typing error. */
  found?: boolean;
};

type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  query: string;
  onQuery: (query: string) => void;
};

/** Go anywhere and do anything by typing; opened by Ctrl+K or Cmd+K. */
export function CommandPalette({ isOpen, onOpenChange, groups, query, onQuery }: CommandPaletteProps) {
  const t = useTranslations("ui");
  const { contains } = useFilter({ sensitivity: "base" });
  const found = new Set(groups.filter((group) => group.found).flatMap((group) => group.items.map((item) => item.id)));
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      className="fixed inset-0 z-40 bg-[rgb(10_12_20/0.45)] p-3 pt-[12vh] transition-opacity entering:opacity-0 exiting:opacity-0"
    >
      <Modal className="mx-auto max-w-xl overflow-hidden rounded-lg border border-border bg-raised shadow-raised">
        <Dialog aria-label={t("search")} className="flex max-h-[70vh] flex-col outline-none">
          <Autocomplete
            inputValue={query}
            onInputChange={onQuery}
            filter={(text, typed, node) => found.has(String(node.key)) || contains(text, typed)}
          >
            <SearchField
              autoFocus
              aria-label={t("search")}
              className="flex items-center gap-2.5 border-border border-b px-4"
            >
              <Search aria-hidden className="size-4 shrink-0 text-muted" />
              <Input
                placeholder={t("search")}
                className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none [&::-webkit-search-cancel-button]:hidden"
              />
              <Kbd>Esc</Kbd>
            </SearchField>
            <Menu
              aria-label={t("search")}
              onAction={() => onOpenChange(false)}
              renderEmptyState={() => <p className="px-3 py-6 text-center text-muted">{t("noMatches")}</p>}
              className="min-h-0 flex-1 overflow-y-auto p-1.5 outline-none"
            >
              {groups.map((group) => (
                <MenuSection key={group.title}>
                  <Header className="px-2 pt-2 pb-1 font-medium text-muted text-xs">{group.title}</Header>
                  {group.items.map((item) => (
                    <MenuItem
                      key={item.id}
                      id={item.id}
                      href={item.href}
                      onAction={item.onAction}
                      textValue={item.label}
                      className={optionStyles()}
                    >
                      {item.icon}
                      <span className="min-w-0 flex-1 truncate">{item.label}</span>
                      {item.detail && <span className="truncate text-muted text-sm">{item.detail}</span>}
                      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
