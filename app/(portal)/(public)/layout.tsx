import type { ReactNode } from "react";
import InsideLayout from "@/app/(portal)/(inside)/layout";
import { DoorFrame } from "@/components/portal/door-frame";
import { chooseLanguageAction } from "@/lib/features/contacts/portal/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { currentActor } from "@/lib/platform/access/current-actor";
import { env } from "@/lib/platform/env";

/** Pages that are open to all; who is signed in sees them inside the portal. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [actor, organization] = await Promise.all([currentActor(), findSetting("organization")]);
  if (actor.kind === "contact") return <InsideLayout>{children}</InsideLayout>;
  return (
    <DoorFrame organization={organization.name} demo={env().CASELOAD_DEMO} language={chooseLanguageAction} wide>
      {children}
    </DoorFrame>
  );
}
