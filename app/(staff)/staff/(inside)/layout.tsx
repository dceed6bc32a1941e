import type { ReactNode } from "react";
import { MoreWords } from "@/components/shell/more-words";
import { StaffFrame } from "@/components/shell/staff-frame";
import { leaveConfirmationAction, signOutAction } from "@/lib/features/accounts/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { currentActor } from "@/lib/platform/access/current-actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { browserWords } from "@/lib/platform/i18n/browser-words";
import { minutesBetween } from "@/lib/values/instant";

/** The frame only; who may see what is decided by each page. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [actor, organization, terms] = await Promise.all([
    currentActor(),
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  if (actor.kind !== "account") return children;
  const secondsLeft = actor.confirmedUntil ? Math.round(minutesBetween(now(), actor.confirmedUntil) * 60) : null;
  return (
    <MoreWords words={await browserWords("(staff)/staff/(inside)")}>
      <StaffFrame
        organization={organization.name}
        person={{
          name: actor.name,
          email: actor.email,
          permissions: { admin: actor.can("administrator-mode.enter"), practitioner: actor.role === "practitioner" },
        }}
        terms={terms}
        mode={{ demo: env().CASELOAD_DEMO, secondsLeft }}
        actions={{ signOut: signOutAction, leave: leaveConfirmationAction }}
      >
        {children}
      </StaffFrame>
    </MoreWords>
  );
}
