import type { ReactNode } from "react";
import { DemoBar } from "@/components/shell/demo-bar";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { PublicShell } from "@/components/shell/public-shell";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type DoorFrameProps = {
  organization: string;
  demo: boolean;
  language: ServerAction;
  /** For lists and reading; forms stay in a narrow column. */
  wide?: boolean;
  children: ReactNode;
};

/** What people see before they are in: the organization, the other language, and "Forgot Password". */
export function DoorFrame({ organization, demo, language, wide, children }: DoorFrameProps) {
  return (
    <PublicShell
      brand={{ name: organization, href: paths.portal.home }}
      forgotHref={paths.portal.forgotPassword}
      language={<LanguageSwitch action={language} />}
      wide={wide}
      bars={demo && <DemoBar />}
    >
      {children}
    </PublicShell>
  );
}
