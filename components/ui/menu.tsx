"use client";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components/Menu";
import { Button } from "./button";
import type { ButtonLook } from "./button-styles";
import { IconButton } from "./icon-button";
import { optionStyles, popoverStyles } from "./overlay-styles";

export type MenuEntry = {
  id: string;
  label: string;
  href?: string;
  onAction?: () => void;
  icon?: ReactNode;
  tone?: "normal" | "danger";
  /** Why it cannot be done now; the entry stays visible and says so. */
  disabledReason?: string;
};

type MenuProps = { label: string; items: readonly MenuEntry[]; variant?: ButtonLook["variant"]; icon?: ReactNode };

/** Further actions behind one button, such as More; with `icon` the button shows only the picture. */
export function Menu({ label, items, variant, icon }: MenuProps) {
  return (
    <MenuTrigger>
      {icon ? (
        <IconButton label={label} icon={icon} />
      ) : (
        <Button variant={variant}>
          {label}
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      )}
      <Popover placement="bottom end" className={popoverStyles}>
        <AriaMenu
          aria-label={label}
          disabledKeys={items.filter((item) => item.disabledReason).map((item) => item.id)}
          className="outline-none"
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              href={item.href}
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
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
