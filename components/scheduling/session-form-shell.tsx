import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";

type SessionFormShellProps = {
  values: Record<string, string>;
  back: string;
  form?: "new" | "edit" | "series";
  children: ReactNode;
};

const WORDS = {
  new: { title: "newTitle", help: "newHelp", back: "backToList" },
  edit: { title: "editTitle", help: null, back: "backToSession" },
  series: { title: "seriesEdit.title", help: "seriesEdit.help", back: "backToSession" },
} as const;

/** The head of the forms of a session. */
export function SessionFormShell({ values, back, form = "new", children }: SessionFormShellProps) {
  const t = useTranslations("sessions");
  const { title, help, back: way } = WORDS[form];
  return (
    <div className="max-w-4xl">
      <PageHeader
        back={{ href: back, label: t(way, values) }}
        title={t(title, values)}
        description={help ? t(help, values) : undefined}
      />
      {children}
    </div>
  );
}
