"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { Avatar } from "./avatar";
import { ThemeSwitch } from "./theme-switch";

type AvatarMenuProps = {
  name: string;
  detail?: string;
  links: readonly { href: string; label: string }[];
  /** Forms, such as signing out. */
  children?: ReactNode;
};

/**
 * Who is signed in, with what belongs to the person rather than to the work. The browser's own popover: it opens before
 * scripts have loaded, and keeps the portal light.
 */
export function AvatarMenu({ name, detail, links, children }: AvatarMenuProps) {
  const t = useTranslations("ui");
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={t("accountOf", { name })}
        className="flex size-9 shrink-0 items-center justify-center rounded-full"
      >
        <Avatar name={name} />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t("accountOf", { name })}
        className="fixed inset-auto top-[calc(var(--bar-h)+var(--bars-h,0px)+0.25rem)] right-(--menu-right,1rem) m-0 w-72 max-w-[calc(100vw-2rem)] rounded-lg border border-border bg-raised p-2 text-text shadow-raised"
      >
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
                onClick={() => panel.current?.hidePopover()}
                className="flex min-h-(--control-h) items-center rounded-md px-2 no-underline hover:bg-hover"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
        {children}
      </div>
    </>
  );
}
