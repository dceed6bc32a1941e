"use client";
import type { RefObject } from "react";
import { Menu, MenuItem, Popover, Text } from "react-aria-components/Menu";
import type { MenuEntry } from "./menu";
import { optionStyles, popoverStyles } from "./overlay-styles";

type MenuListProps = {
  label: string;
  items: readonly MenuEntry[];
  opener: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The entries of a menu, beside the button that opened it. */
export function MenuList({ label, items, opener, isOpen, onOpenChange }: MenuListProps) {
  return (
    <Popover
      trigger="MenuTrigger"
      triggerRef={opener}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottom end"
      aria-label={label}
      className={popoverStyles}
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        onClose={() => onOpenChange(false)}
        disabledKeys={items.filter((item) => item.disabledReason).map((item) => item.id)}
        className="outline-none"
      >
        {items.map((item) => (
          <MenuItem
            key={item.id}
            id={item.id}
            href={item.href}
            target={item.file ? "_top" : undefined}
            onAction={item.onAction}
            textValue={item.label}
            className={optionStyles({ tone: item.tone })}
          >
            {item.icon}
            <span className="min-w-0">
              <Text slot="label">{item.label}</Text>
              {item.disabledReason && (
                <Text slot="description" className="block text-sm">
                  {item.disabledReason}
                </Text>
              )}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
