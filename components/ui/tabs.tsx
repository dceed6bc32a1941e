"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

type Tab = { href: string; label: string; count?: number };
type TabsProps = { label: string; items: readonly Tab[]; current?: string };

/** Moves the row of tabs sideways until the open one is in the middle, and leaves the page where it is. */
function bringIntoRow(row: HTMLElement | null, href: string) {
  const tab = row?.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);
  if (row && tab) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}

/** Pages of one record side by side. They are links: each has an address, and Back works. */
export function Tabs({ label, items, current }: TabsProps) {
  const path = usePathname();
  // Without a word from the page, the tab whose address the page lies under; the record's own tab means only itself.
  const root = (item: Tab) => items.some((other) => other.href.startsWith(`${item.href}/`));
  const open =
    items.find((item) => path === item.href || (!root(item) && path.startsWith(`${item.href}/`)))?.href ?? "";
  const row = useRef<HTMLElement>(null);
  const shown = current ?? open;
  useEffect(() => bringIntoRow(row.current, shown), [shown]);
  return (
    <nav
      ref={row}
      aria-label={label}
      className="relative -mx-1 mb-5 overflow-x-auto border-border border-b px-1 pt-1 print:hidden"
    >
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href} className="shrink-0">
            <Link
              href={item.href}
              aria-current={shown === item.href ? "page" : undefined}
              className="flex min-h-(--control-h) items-center gap-1.5 rounded-t-md border-transparent border-b-2 px-3 text-muted no-underline -outline-offset-2 hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text"
            >
              {item.label}
              {item.count !== undefined && (
                <span className="rounded-full bg-hover px-1.5 text-muted text-xs tabular-nums">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
