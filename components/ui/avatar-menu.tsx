"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Avatar } from "./avatar";
import { popoverStyles } from "./overlay-styles";
import { ThemeSwitch } from "./theme-switch";

type AvatarMenuProps = {
  name: string;
  detail?: string;
  links: readonly { href: string; label: string }[];
  /** Forms, such as signing out. */
  children?: ReactNode;
};

/** Who is signed in, with what belongs to the person rather than to the work. */
export function AvatarMenu({ name, detail, links, children }: AvatarMenuProps) {
  const t = useTranslations("ui");
  return (
    <DialogTrigger>
      <Button aria-label={t("accountOf", { name })} className="flex size-9 items-center justify-center rounded-full">
        <Avatar name={name} />
      </Button>
      <Popover placement="bottom end" className={`${popoverStyles} w-72 p-2`}>
        <Dialog aria-label={t("accountOf", { name })} className="outline-none">
          {({ close }) => (
            <>
              <div className="mb-2 flex items-center gap-3 px-2 pt-1">
                <Avatar name={name} />
                <div className="min-w-0">
                  <p className="truncate font-medium">{name}</p>
                  {detail && <p className="truncate text-muted text-sm">{detail}</p>}
                </div>
              </div>
              <ThemeSwitch />
              <ul className="mt-2 border-border border-t pt-2">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <Link
                      href={href}
                      onClick={close}
                      className="flex min-h-9 items-center rounded-md px-2 no-underline hover:bg-hover"
                    >
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
              {children}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
