"use client";
import { useTranslations } from "next-intl";
import { NavIcon, type NavItem } from "./nav-icon";
import { NavLink } from "./nav-link";

/** The menu as a column; beside the page, or in the drawer of a phone. */
export function SideNav({ items, collapsible }: { items: readonly NavItem[]; collapsible?: boolean }) {
  const t = useTranslations("shell");
  const slim = collapsible ? "nav-collapsed:lg:justify-center nav-collapsed:lg:px-0" : "";
  const word = collapsible ? "nav-collapsed:lg:sr-only" : "";
  return (
    <nav aria-label={t("mainMenu")}>
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              exact={item.exact}
              title={collapsible ? item.label : undefined}
              className={`flex min-h-(--control-h) items-center gap-2.5 rounded-md px-2.5 text-muted no-underline -outline-offset-2 hover:bg-hover hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent ${slim}`}
            >
              <NavIcon name={item.icon} />
              <span className={`truncate ${word}`}>{item.label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
