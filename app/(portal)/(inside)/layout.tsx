import type { ReactNode } from "react";
import { HelperList } from "@/components/portal/helper-list";
import { PortalFrame } from "@/components/portal/portal-frame";
import { MoreWords } from "@/components/shell/more-words";
import { signOutAction } from "@/lib/features/accounts/actions";
import { commonBrand, portalBrand } from "@/lib/features/centers/rules";
import { listPortalClients } from "@/lib/features/clients/portal/queries";
import { actsFor, helpersOf } from "@/lib/features/clients/portal/rules";
import { chooseLanguageAction } from "@/lib/features/contacts/portal/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { currentActor } from "@/lib/platform/access/current-actor";
import { env } from "@/lib/platform/env";
import { browserWords } from "@/lib/platform/i18n/browser-words";

/** The frame only; who may see what is decided by each page. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (actor.kind !== "contact") return children;
  const [organization, terms, clients] = await Promise.all([
    findSetting("organization"),
    findSetting("terminology"),
    listPortalClients(actor),
  ]);
  const words = { practitioner: terms.practitioner.singular, center: terms.center.singular };
  return (
    <MoreWords words={await browserWords("(portal)/(inside)")}>
      <PortalFrame
        brand={portalBrand(organization.name, commonBrand(clients.map(({ brand }) => brand)))}
        person={{ name: actor.name, signs: actor.clients.some(actsFor) }}
        demo={env().CASELOAD_DEMO}
        actions={{ signOut: signOutAction, language: chooseLanguageAction }}
        helpers={<HelperList helpers={helpersOf(clients)} words={words} />}
      >
        {children}
      </PortalFrame>
    </MoreWords>
  );
}
