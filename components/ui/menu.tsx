"use client";
import { ChevronDown } from "lucide-react";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components/Button";
import { Button } from "./button";
import type { ButtonLook } from "./button-styles";
import { IconButton } from "./icon-button";

// What shows the entries comes when a pointer or the focus nears the button.
const fetchList = () => import("./menu-list");
const MenuList = lazy(async () => ({ default: (await fetchList()).MenuList }));

export type MenuEntry = {
  id: string;
  label: string;
  href?: string;
  /** The address answers with a file, or with a door to go through first: the router leaves it alone. */
  file?: boolean;
  onAction?: () => void;
  icon?: ReactNode;
  tone?: "normal" | "danger";
  /** Why it cannot be done now; the entry stays visible and says so. */
  disabledReason?: string;
};

type MenuProps = {
  label: string;
  items: readonly MenuEntry[];
  variant?: ButtonLook["variant"];
  /** Instead of the label. */
  icon?: ReactNode;
  /** Before the label. */
  mark?: ReactNode;
};

/** Further actions behind one button, such as More; with `icon` the button shows only the picture. */
export function Menu({ label, items, variant, icon, mark }: MenuProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const change = (open: boolean) => {
    setOpen(open);
    if (open) setWanted(true);
  };
  const opening = {
    ref: opener,
    onPress: () => change(!isOpen),
    onKeyDown: (event: { key: string; continuePropagation: () => void }) =>
      event.key === "ArrowDown" ? change(true) : event.continuePropagation(),
    onHoverStart: () => void fetchList(),
    onFocus: () => void fetchList(),
    "aria-haspopup": "menu",
    "aria-expanded": isOpen,
  } as const;
  return (
    <>
      <ButtonContext value={opening}>
        {icon ? (
          <IconButton label={label} icon={icon} />
        ) : (
          <Button variant={variant} icon={mark}>
            {label}
            <ChevronDown aria-hidden className="text-muted" />
          </Button>
        )}
      </ButtonContext>
      {wanted && (
        <Suspense>
          <MenuList label={label} items={items} opener={opener} isOpen={isOpen} onOpenChange={change} />
        </Suspense>
      )}
    </>
  );
}
