import { useTranslations } from "next-intl";
import { NavIcon, type NavItem } from "./nav-icon";
import { NavLink } from "./nav-link";

/** The portal's menu on a phone, under the thumb. Five fit; further pages are reached from Home. */
export function BottomTabs({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("mainMenu")}
      data-tabs
      className="fixed inset-x-0 bottom-0 z-30 border-border border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-lg">
        {items.slice(0, 5).map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink
              href={item.href}
              exact={item.exact}
              className="flex h-16 flex-col items-center justify-center gap-1 text-center text-[0.6875rem] text-muted max-[24rem]:text-[0.625rem] leading-[1.1] tracking-tight no-underline -outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-accent [&_svg]:size-5"
            >
              <NavIcon name={item.icon} />
              <span className="line-clamp-2 max-w-full hyphens-auto">{item.label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
