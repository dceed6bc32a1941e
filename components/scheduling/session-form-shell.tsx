import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";

type SessionFormShellProps = { values: Record<string, string>; back: string; editing?: boolean; children: ReactNode };

/** The head of both forms of a session. */
export function SessionFormShell({ values, back, editing = false, children }: SessionFormShellProps) {
  const t = useTranslations("sessions");
  return (
    <div className="max-w-4xl">
      <PageHeader
        back={{ href: back, label: t(editing ? "backToSession" : "backToList", values) }}
        title={t(editing ? "editTitle" : "newTitle", values)}
        description={editing ? undefined : t("newHelp", values)}
      />
      {children}
    </div>
  );
}
