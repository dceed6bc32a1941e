import type { ComponentProps, ReactNode } from "react";
import { AvatarMenu } from "@/components/ui/avatar-menu";
import { BrandMark } from "./brand-mark";
import { NavCollapse } from "./nav-collapse";
import { NavDrawer } from "./nav-drawer";
import type { NavItem } from "./nav-icon";
import { SideNav } from "./side-nav";
import { SkipLink } from "./skip-link";
import { TipDismissal } from "./tip-dismissal";
import { TopSearch } from "./top-search";

type StaffShellProps = {
  brand: { name: string; href: string };
  nav: readonly NavItem[];
  person: {
    name: string;
    detail?: string;
    links: readonly { href: string; label: string }[];
    signOut: ReactNode;
    notices?: ReactNode;
  };
  palette?: Pick<ComponentProps<typeof TopSearch>, "searchHref"> & Partial<ComponentProps<typeof TopSearch>>;
  /** Bars over everything: administrator mode, demo. */
  bars?: ReactNode;
  children: ReactNode;
};

/** The frame of the back office: menu at the left, search at the top, the page below. */
export function StaffShell({ brand, nav, person, palette, bars, children }: StaffShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <TipDismissal />
      <div className="flex flex-1">
        <div className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col gap-4 overflow-y-auto border-border border-r bg-surface p-3 nav-collapsed:w-16 lg:flex print:hidden">
          <div className="flex min-h-9 items-center px-1.5">
            <BrandMark name={brand.name} href={brand.href} slim />
          </div>
          <SideNav items={nav} collapsible />
          <div className="mt-auto">
            <NavCollapse />
          </div>
        </div>
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="sticky top-0 z-30 print:hidden">
            {bars && <div data-bars>{bars}</div>}
            <header className="flex h-(--bar-h) items-center gap-2 border-border border-b bg-surface px-3 sm:px-5">
              <span className="lg:hidden">
                <NavDrawer title={brand.name}>
                  <SideNav items={nav} />
                </NavDrawer>
              </span>
              <TopSearch nav={nav} commands={palette?.commands ?? []} searchHref={palette?.searchHref} />
              {person.notices}
              <AvatarMenu name={person.name} detail={person.detail} links={person.links}>
                {person.signOut}
              </AvatarMenu>
            </header>
          </div>
          <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[90rem] flex-1 px-4 py-5 outline-none sm:px-6">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
