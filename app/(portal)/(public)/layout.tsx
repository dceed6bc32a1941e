import type { ReactNode } from "react";
import InsideLayout from "@/app/(portal)/(inside)/layout";
import { DoorFrame } from "@/components/portal/door-frame";
import { MoreWords } from "@/components/shell/more-words";
import { chooseLanguageAction } from "@/lib/features/contacts/portal/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { pageActor } from "@/lib/platform/access/page-actor";
import { env } from "@/lib/platform/env";
import { browserWords } from "@/lib/platform/i18n/browser-words";

/** Pages that are open to all; who is signed in sees them inside the portal. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [actor, organization] = await Promise.all([pageActor(), findSetting("organization")]);
  return (
    <MoreWords words={await browserWords("(portal)/(public)")}>
      {actor.kind === "contact" ? (
        <InsideLayout>{children}</InsideLayout>
      ) : (
        <DoorFrame organization={organization.name} demo={env().CASELOAD_DEMO} language={chooseLanguageAction} wide>
          {children}
        </DoorFrame>
      )}
    </MoreWords>
  );
}
