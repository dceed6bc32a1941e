import type { CSSProperties, ReactNode } from "react";
import { AvatarMenu } from "@/components/ui/avatar-menu";
import { type BrandColour, brandProperties } from "@/lib/values/brand-colour";
import { BottomTabs } from "./bottom-tabs";
import { BrandMark } from "./brand-mark";
import type { NavItem } from "./nav-icon";
import { SideNav } from "./side-nav";
import { SkipLink } from "./skip-link";

export type PortalBrand = {
  name: string;
  href: string;
  /** The center's own colour and picture, where it has them. */
  colour?: BrandColour | null;
  logo?: string | null;
};

type PortalShellProps = {
  brand: PortalBrand;
  nav: readonly NavItem[];
  person: { name: string; detail?: string; links: readonly { href: string; label: string }[]; signOut: ReactNode };
  language: ReactNode;
  /** Whom to ask: the practitioner's card. */
  contact?: ReactNode;
  children: ReactNode;
};

/** The frame of the portal for somebody who is signed in: one column, tabs under the thumb, a menu where there is room. */
export function PortalShell({ brand, nav, person, language, contact, children }: PortalShellProps) {
  const colour: CSSProperties & Record<`--${string}`, string> = brand.colour ? brandProperties(brand.colour) : {};
  return (
    <div data-density="roomy" style={colour} className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="[--menu-right:max(1rem,calc((100vw-64rem)/2+1rem))] sticky top-0 z-30 border-border border-b bg-surface print:hidden">
        <div className="mx-auto flex min-h-14 max-w-5xl items-center gap-2 px-4">
          <div className="min-w-0 flex-1">
            <BrandMark name={brand.name} href={brand.href} logo={brand.logo} />
          </div>
          {language}
          <AvatarMenu name={person.name} detail={person.detail} links={person.links}>
            {person.signOut}
          </AvatarMenu>
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-5xl flex-1 gap-10 px-4">
        <div className="sticky top-14 hidden h-fit w-56 shrink-0 py-6 lg:block print:hidden">
          <SideNav items={nav} />
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 py-6 pb-[calc(2rem+var(--tabs-h,0px))] outline-none">
          {children}
          {contact}
        </main>
      </div>
      <BottomTabs items={nav} />
    </div>
  );
}
