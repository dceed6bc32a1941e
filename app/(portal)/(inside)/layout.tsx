import type { ReactNode } from "react";
import { HelperList } from "@/components/portal/helper-list";
import { PortalFrame } from "@/components/portal/portal-frame";
import { MoreWords } from "@/components/shell/more-words";
import { ViewingBar } from "@/components/shell/viewing-bar";
import { signOutAction } from "@/lib/features/accounts/actions";
import { commonBrand, portalBrand } from "@/lib/features/centers/rules";
import { listPortalClients } from "@/lib/features/clients/portal/queries";
import { actsFor, helpersOf } from "@/lib/features/clients/portal/rules";
import { chooseLanguageAction } from "@/lib/features/contacts/portal/actions";
import { stopViewingAction } from "@/lib/features/portal-logins/viewing/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { findPortalTerms } from "@/lib/features/settings/terms/queries";
import { pageActor } from "@/lib/platform/access/page-actor";
import { env } from "@/lib/platform/env";
import { browserWords } from "@/lib/platform/i18n/browser-words";

/** The frame only; who may see what is decided by each page. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  if (actor.kind !== "contact") return children;
  const [organization, terms, pages, clients] = await Promise.all([
    findSetting("organization"),
    findSetting("terminology"),
    findPortalTerms(),
    listPortalClients(actor),
  ]);
  const words = { practitioner: terms.practitioner.singular, center: terms.center.singular };
  return (
    <MoreWords words={await browserWords("(portal)/(inside)")}>
      {actor.viewer && (
        <ViewingBar name={actor.name} clientId={actor.clients[0]?.clientId ?? ""} leave={stopViewingAction} />
      )}
      <PortalFrame
        brand={{ ...portalBrand(organization.name, commonBrand(clients.map(({ brand }) => brand))), terms: pages }}
        person={{ name: actor.name, ownAccount: !actor.viewer, signs: actor.clients.some(actsFor) }}
        demo={env().CASELOAD_DEMO}
        actions={{ signOut: signOutAction, language: chooseLanguageAction }}
        helpers={<HelperList helpers={helpersOf(clients)} words={words} />}
      >
        {children}
      </PortalFrame>
    </MoreWords>
  );
}
