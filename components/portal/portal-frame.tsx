import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DemoBar } from "@/components/shell/demo-bar";
import { LanguageSwitch } from "@/components/shell/language-switch";
import type { NavItem } from "@/components/shell/nav-icon";
import { PortalShell } from "@/components/shell/portal-shell";
import { SignOutForm } from "@/components/shell/sign-out-form";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { BrandColour } from "@/lib/values/brand-colour";

type PortalFrameProps = {
  /** Whose portal it is: the clients' center, or the organization where they belong to several; `terms`: its words. */
  brand: {
    name: string;
    colour?: BrandColour | null;
    logo?: string | null;
    terms: { practitioners: string; sessions: string };
  };
  /** `signs`: owner, primary contact or guardian of somebody, so that there is an agreement to sign. `ownAccount`: theirs to see. */
  person: { name: string; signs: boolean; ownAccount: boolean };
  demo: boolean;
  actions: { signOut: ServerAction; language: ServerAction };
  /** Whom to ask, at the end of each page. */
  helpers: ReactNode;
  children: ReactNode;
};

/** The portal's shell with its menu. */
export function PortalFrame({
  brand: { terms, ...brand },
  person,
  demo,
  actions,
  helpers,
  children,
}: PortalFrameProps) {
  const t = useTranslations("shell");
  const nav: NavItem[] = [
    { href: paths.portal.home, label: t("nav.home"), icon: "home", exact: true },
    { href: paths.portal.myInformation, label: t("nav.information"), icon: "info" },
    ...(person.signs
      ? [{ href: paths.portal.signAgreement, label: t("nav.agreement"), icon: "agreement" } as const]
      : []),
    { href: paths.portal.trainingEvents, label: t("nav.events"), icon: "events" },
    { href: paths.portal.availability, label: t("nav.availability"), icon: "availability" },
    { href: paths.portal.sessions, label: terms.sessions, icon: "sessions" },
    { href: paths.portal.practitioners, label: terms.practitioners, icon: "practitioners" },
    { href: paths.portal.documents, label: t("nav.documents"), icon: "documents" },
    ...(person.ownAccount ? [{ href: paths.portal.account, label: t("nav.account"), icon: "account" } as const] : []),
  ];
  return (
    <div className="flex min-h-dvh flex-col [&>[data-density]]:min-h-0 [&>[data-density]]:flex-1">
      {demo && <DemoBar />}
      <PortalShell
        brand={{ ...brand, href: paths.portal.home }}
        nav={nav}
        person={{
          name: person.name,
          links: [
            { href: paths.portal.sessions, label: terms.sessions },
            { href: paths.portal.practitioners, label: terms.practitioners },
            { href: paths.portal.documents, label: t("nav.documents") },
            ...(person.ownAccount ? [{ href: paths.portal.account, label: t("nav.account") }] : []),
          ],
          signOut: <SignOutForm action={actions.signOut} />,
        }}
        language={<LanguageSwitch action={actions.language} />}
        contact={helpers}
      >
        {children}
      </PortalShell>
    </div>
  );
}
