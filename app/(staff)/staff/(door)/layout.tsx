import type { ReactNode } from "react";
import { DemoBar } from "@/components/shell/demo-bar";
import { MoreWords } from "@/components/shell/more-words";
import { PublicShell } from "@/components/shell/public-shell";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { env } from "@/lib/platform/env";
import { browserWords } from "@/lib/platform/i18n/browser-words";

/** The frame of the pages on which staff sign in or confirm who they are. */
export default async function StaffDoorLayout({ children }: { children: ReactNode }) {
  const { name } = await findSetting("organization");
  return (
    <MoreWords words={await browserWords("(staff)/staff/(door)")}>
      <PublicShell brand={{ name, href: paths.staff.home }} bars={env().CASELOAD_DEMO && <DemoBar />}>
        {children}
      </PublicShell>
    </MoreWords>
  );
}
