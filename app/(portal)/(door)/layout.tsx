import type { ReactNode } from "react";
import { DoorFrame } from "@/components/portal/door-frame";
import { MoreWords } from "@/components/shell/more-words";
import { chooseLanguageAction } from "@/lib/features/contacts/portal/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { env } from "@/lib/platform/env";
import { browserWords } from "@/lib/platform/i18n/browser-words";

/** The frame of the pages on which people sign in or get a password. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const organization = await findSetting("organization");
  return (
    <MoreWords words={await browserWords("(portal)/(door)")}>
      <DoorFrame organization={organization.name} demo={env().CASELOAD_DEMO} language={chooseLanguageAction}>
        {children}
      </DoorFrame>
    </MoreWords>
  );
}
